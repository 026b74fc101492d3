package org.reelhouse.cli.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.reelhouse.PipelineException;
import org.reelhouse.config.Settings;
import org.reelhouse.ingest.IngestJob;
import org.reelhouse.lake.Lake;
import org.reelhouse.normalize.CatalogueFile;
import org.reelhouse.normalize.NormalizeJob;
import org.reelhouse.tables.Silver;

/**
 * Titles of files that are in no lake. They are ingested and normalized by the jobs of two features
 * for the evaluation of a third; features do not know each other, so this is the command line's.
 */
final class TitleFiles {
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
  static <T> T with(
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
    Settings ours = LakeOfFiles.settings(settings, SOURCE, Map.of(format, files));
    return LakeOfFiles.with(
        spark,
        SOURCE,
        lake -> {
          LakeOfFiles.run(
              lake, ours, LocalDate.EPOCH, SOURCE, List.of(new IngestJob(), new NormalizeJob()));
          return work.apply(identified(lake.read(Silver.SOURCE_TITLE)));
        });
  }

  private static void requireReadable(Path file) {
    if (!Files.isReadable(file)) {
      throw new PipelineException(
          "Cannot read %s: no such readable file. Name files of titles.".formatted(file));
    }
  }
}
