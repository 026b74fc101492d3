package org.reelhouse.cli.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.PipelineException;
import org.reelhouse.RunContext;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.config.SourceSettings;
import org.reelhouse.ingest.IngestJob;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.lake.Lake;
import org.reelhouse.normalize.CatalogueFile;
import org.reelhouse.normalize.NormalizeJob;
import org.reelhouse.tables.Silver;

/** Titles of files that are in no lake. */
public final class TitleFiles {
  /** The format that is read at once, without a lake. */
  static final String CATALOGUE = "catalogue-csv";

  private static final String SOURCE = "files";

  private TitleFiles() {}

  /**
   * Hands the rows of {@code silver.source_title} of some files to some work, with their {@code
   * title_id}.
   *
   * @throws PipelineException if a file cannot be read, or there is no such format
   */
  public static <T> T with(
      Lake lake,
      SparkSession spark,
      List<Path> files,
      String format,
      Settings settings,
      Function<Dataset<Row>, T> work) {
    return format.equals(CATALOGUE)
        ? work.apply(identified(lake.frame(catalogues(files), Silver.SOURCE_TITLE.schema())))
        : withLake(spark, files, format, settings, work);
  }

  /** The rows of all files; of rows with the same id in one file the first. */
  private static List<Row> catalogues(List<Path> files) {
    int id = Silver.SOURCE_TITLE.schema().fieldIndex("source_id");
    List<Row> titles = new ArrayList<>();
    for (int number = 0; number < files.size(); number++) {
      Set<String> seen = new HashSet<>();
      CatalogueFile.read(files.get(number), SOURCE + number).titles().stream()
          .filter(title -> seen.add(title.getString(id)))
          .forEach(titles::add);
    }
    return titles;
  }

  private static Dataset<Row> identified(Dataset<Row> titles) {
    return titles.withColumn("title_id", concat_ws(":", col("source"), col("source_id")));
  }

  /** Other formats are read as in a run, into a lake that is gone afterwards. */
  private static <T> T withLake(
      SparkSession spark,
      List<Path> files,
      String format,
      Settings settings,
      Function<Dataset<Row>, T> work) {
    files.forEach(TitleFiles::requireReadable);
    List<String> paths = files.stream().map(file -> file.toAbsolutePath().toString()).toList();
    Settings ours =
        settings.withSources(
            Map.of(
                SOURCE,
                new SourceSettings(
                    1,
                    null,
                    Map.of("titles", new DatasetSettings(format, paths, null, null, null)))));
    Path folder = temporary();
    try {
      DeltaLake lake = new DeltaLake(spark, folder.toString(), SOURCE);
      RunContext context = new RunContext(LocalDate.EPOCH, SOURCE);
      new IngestJob().run(lake, context, ours);
      new NormalizeJob().run(lake, context, ours);
      return work.apply(identified(lake.read(Silver.SOURCE_TITLE)));
    } finally {
      delete(folder);
    }
  }

  private static void requireReadable(Path file) {
    if (!Files.isReadable(file)) {
      throw new PipelineException(
          "Cannot read %s: no such readable file. Name files of titles.".formatted(file));
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("reelhouse");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
