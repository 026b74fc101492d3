package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.Tally;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SourceSettings;
import org.reelhouse.normalize.NormalizeJob;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

@SparkTest
class MalformedInputTest {
  private static final String HEADER = "source_id,kind,title\n";

  @TempDir private static Path folder;
  private static InMemoryLake lake;
  private static List<Tally> tallies;

  @BeforeAll
  static void normalizeBrokenFiles(SparkSession spark) throws IOException {
    List<String> files = new ArrayList<>();
    files.add(
        file(
            "values.csv",
            """
            source_id,kind,title,score,release_date,genres
            1,movie,First,8,2001-02-03,Drama
            2,movie
            3,movie,Third,NaN,0000-00-00,Drama
            4,movie,Fourth,Infinity,9999-99-99,Yodelling|Drama
            1,movie,First,8,2001-02-03,Drama
            ,movie,Fifth,,,
            5,movie,,,,
            6,opera,Sixth,,,
            """));
    files.add(file("quote.csv", HEADER + "10,movie,\"Open\n11,movie,After\n"));
    files.add(file("bytes.csv", HEADER + "12,movie,Café\n13,movie,Fine\n", "ISO-8859-1"));
    files.add(file("mark.csv", "\uFEFF" + HEADER + "14,movie,Marked\n"));
    files.add(file("empty.csv", ""));
    files.add(file("header.csv", HEADER));
    lake = new InMemoryLake(spark, folder.resolve("lake"), LocalDate.of(2026, 1, 1));
    lake.raw().land("own", "titles", lake.context().asOf(), files);
    lake.raw()
        .land(
            "anime",
            "lines",
            lake.context().asOf(),
            List.of(
                file(
                    "lines.json",
                    """
                    {"mal_id":20,"title":"Before","score":NaN,"members":Infinity}
                    {"mal_id":21,"title":"Broken}
                    {"mal_id":22,"title":"Behind"}
                    """)));
    tallies = new NormalizeJob().run(lake, lake.context(), settings());
  }

  @Test
  void quarantinesEachBrokenRowWithItsReason() {
    assertThat(lake.read(Ops.QUARANTINE).orderBy("file", "line").collectAsList())
        .extracting(row -> row.getAs("file") + ":" + row.getAs("line") + " " + row.getAs("reason"))
        .containsExactly(
            "bytes.csv:2 malformed",
            "lines.json:2 malformed",
            "quote.csv:2 malformed",
            "values.csv:3 malformed",
            "values.csv:7 missing_id",
            "values.csv:8 missing_title",
            "values.csv:9 bad_value");
  }

  @Test
  void keepsTheTextOfABrokenRecordAsReceived() {
    assertThat(lake.read(Ops.QUARANTINE).filter("reason = 'malformed'").collectAsList())
        .extracting(row -> row.<String>getAs("raw").strip())
        .containsExactlyInAnyOrder(
            "12,movie,Caf\uFFFD",
            "10,movie,\"Open",
            "2,movie",
            "{\"mal_id\":21,\"title\":\"Broken}");
  }

  @Test
  void keepsTheRowsAroundThem() {
    assertThat(lake.read(Silver.SOURCE_TITLE).orderBy("source_id").collectAsList())
        .extracting(row -> row.getAs("source_id"))
        .containsExactly("1", "11", "13", "14", "20", "22", "3", "4");
  }

  @Test
  void leavesOutNumbersThatAreNoneAndDaysThatNeverWere() {
    assertThat(lake.read(Silver.SOURCE_TITLE).filter("source_id IN (3, 4)").collectAsList())
        .extracting(
            row -> row.getAs("score"),
            row -> row.getAs("release_date"),
            row -> row.getAs("release_year"))
        .containsOnly(tuple(null, null, null));
  }

  @Test
  void countsWhatWasLeftOut() {
    assertThat(lake.read(Ops.DATA_QUALITY).orderBy("check").collectAsList())
        .extracting(
            row -> row.getAs("check"), row -> row.getAs("subject"), row -> row.getAs("value"))
        .containsExactly(
            tuple("unmapped_genre", "Yodelling", 1.0),
            tuple("unreadable_members", "anime", 1.0),
            tuple("unreadable_release_date", "own", 2.0),
            tuple("unreadable_score", "own", 1.0));
  }

  @Test
  void accountsForEveryRow() {
    assertThat(tallies)
        .containsExactly(
            new Tally("raw/anime/lines", 3, 3, 2, 0, 1),
            new Tally("raw/own/titles", 13, 13, 6, 1, 6));
  }

  @Test
  void namesTheFileAndTheColumnThatItLacks(SparkSession spark, @TempDir Path empty)
      throws IOException {
    InMemoryLake other = new InMemoryLake(spark, empty, LocalDate.of(2026, 1, 1));
    other
        .raw()
        .land(
            "own",
            "titles",
            other.context().asOf(),
            List.of(file("lacking.csv", "source_id,kind\n1,movie\n")));

    assertThatThrownBy(() -> new NormalizeJob().run(other, other.context(), settings()))
        .rootCause()
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("lacking.csv")
        .hasMessageContaining("[title]");
    assertThat(other.readOrEmpty(Silver.SOURCE_TITLE).isEmpty()).isTrue();
    assertThat(other.readOrEmpty(Ops.QUARANTINE).isEmpty()).isTrue();
  }

  private static Settings settings() {
    DatasetSettings titles =
        new DatasetSettings("catalogue-csv", List.of("*.csv"), null, null, null);
    DatasetSettings lines = new DatasetSettings("jikan", List.of("*.json"), null, null, null);
    return TestSettings.withSources(
        Map.of(
            "own", new SourceSettings(1, null, Map.of("titles", titles)),
            "anime", new SourceSettings(2, null, Map.of("lines", lines))));
  }

  private static String file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8.name());
  }

  private static String file(String name, String text, String charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)))
        .toUri()
        .toString();
  }
}
