package org.reelhouse.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.testing.SparkTest;

@SparkTest
class HadoopRawZoneTest {
  private static final RawLayout IDS = RawLayout.Delimited.csv(List.of("id"), List.of("name"));

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @TempDir Path folder;

  private RawZone zone(SparkSession spark) {
    return new DeltaLake(spark, folder.resolve("lake").toString(), "test").raw();
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  private String file(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      return Files.write(folder.resolve(name), bytes).toUri().toString();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    return bytes.toByteArray();
  }

  private static List<Row> read(RawZone zone, RawSnapshot snapshot) {
    return zone.read(
            snapshot,
            IDS,
            record ->
                List.of(
                        RowFactory.create(
                            record.file(),
                            record.line(),
                            String.valueOf(record.cells()),
                            record.problem()))
                    .iterator(),
            StructType.fromDDL("file STRING, line BIGINT, cells STRING, problem STRING"))
        .orderBy("file", "line")
        .collectAsList();
  }

  @Test
  void landsTheSameBytesOnce(SparkSession spark) {
    List<String> files = List.of(file("in/a.csv", "id\n1\n"));

    Landing first = zone(spark).land("source", "titles", DAY, files);
    Landing again = zone(spark).land("source", "titles", day("2026-01-02"), files);

    assertThat(first.unchanged()).isFalse();
    assertThat(again.unchanged()).isTrue();
    assertThat(again.snapshot()).isEqualTo(first.snapshot());
  }

  @Test
  void readsTheNewestSnapshotNotAfterTheDay(SparkSession spark) {
    zone(spark).land("source", "titles", DAY, List.of(file("in/a.csv", "id\n1\n")));
    zone(spark).land("source", "titles", day("2026-03-01"), List.of(file("in/a.csv", "id\n2\n")));

    assertThat(zone(spark).newest("source", "titles", day("2026-02-01")))
        .map(RawSnapshot::date)
        .contains(LocalDate.of(2026, 1, 1));
    assertThat(zone(spark).newest("source", "titles", day("2025-12-31"))).isEmpty();
  }

  @Test
  void replacesTheSnapshotOfTheSameDay(SparkSession spark) {
    RawZone zone = zone(spark);
    zone.land(
        "source", "titles", DAY, List.of(file("in/a.csv", "id\n1\n"), file("in/b.csv", "id\n2\n")));

    Landing second = zone.land("source", "titles", DAY, List.of(file("in/a.csv", "id\n3\n")));

    assertThat(second.unchanged()).isFalse();
    assertThat(read(zone, zone.newest("source", "titles", DAY).orElseThrow()))
        .extracting(row -> row.getString(2))
        .containsExactly("[3, null]");
  }

  @Test
  void landsNothingOfATruncatedGzipFile(SparkSession spark) {
    byte[] whole = gzip("id\n" + "12345\n".repeat(5000));
    String file = file("in/a.csv.gz", Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> zone(spark).land("source", "titles", DAY, List.of(file)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("a.csv.gz: it cannot be read to its end");
    assertThat(zone(spark).newest("source", "titles", DAY)).isEmpty();
  }

  @Test
  void landsNothingOfACompressedFileWithoutBytes(SparkSession spark) {
    String file = file("in/a.csv.gz", new byte[0]);

    assertThatThrownBy(() -> zone(spark).land("source", "titles", DAY, List.of(file)))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("a.csv.gz: it cannot be read to its end (it is empty or breaks off)");
  }

  @Test
  void readsPlainAndCompressedFilesOfTheSameNameInTwoFolders(SparkSession spark) {
    RawZone zone = zone(spark);
    List<String> files =
        List.of(file("in/x/a.csv", "name,id\nHeat,1\n"), file("in/y/a.csv.gz", gzip("id\n2\n")));

    List<Row> rows = read(zone, zone.land("source", "titles", DAY, files).snapshot());

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly("[x/a.csv,2,[1, Heat],null]", "[y/a.csv.gz,2,[2, null],null]");
  }

  @Test
  void givesRecordsWithAWrongNumberOfCellsTheirProblem(SparkSession spark) {
    RawZone zone = zone(spark);
    String file = file("in/a.csv", "id,name\n1,a,b\n2\n3,c\n");

    List<Row> rows = read(zone, zone.land("source", "titles", DAY, List.of(file)).snapshot());

    assertThat(rows)
        .extracting(row -> row.getAs("problem"))
        .containsExactly("3 cells where 2 are expected", "1 cells where 2 are expected", null);
  }

  @Test
  void namesTheFileAndTheColumnThatItsHeaderLacks(SparkSession spark) {
    RawZone zone = zone(spark);
    RawSnapshot snapshot =
        zone.land("source", "titles", DAY, List.of(file("in/a.csv", "key,name\n1,a\n"))).snapshot();

    assertThatThrownBy(() -> read(zone, snapshot))
        .rootCause()
        .hasMessageContaining("Cannot read a.csv of raw/source/titles: its header lacks [id]");
  }

  @Test
  void hasNoRecordsInAnEmptyFileAndInOneWithOnlyAHeader(SparkSession spark) {
    RawZone zone = zone(spark);
    List<String> files = List.of(file("in/a.csv", ""), file("in/b.csv", "id,name\n"));

    assertThat(read(zone, zone.land("source", "titles", DAY, files).snapshot())).isEmpty();
  }

  @Test
  void findsFilesByGlobAndPassesOverHiddenOnes(SparkSession spark) {
    file("in/a.csv", "");
    file("in/.hidden.csv", "");
    file("in/b.txt", "");

    assertThat(zone(spark).find(folder.toString(), List.of("in/*.csv", "none/*")))
        .singleElement()
        .asString()
        .endsWith("in/a.csv");
  }
}
