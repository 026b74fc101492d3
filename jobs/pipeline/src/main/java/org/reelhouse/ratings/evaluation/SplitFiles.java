package org.reelhouse.ratings.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.raw.CsvOutput;

/**
 * Writes split ratings as pairs of files: comma-separated user, title, rating and, where it is
 * known, the time in seconds since 1970, by user and title. Files take their names when all are
 * whole.
 */
public final class SplitFiles {
  private SplitFiles() {}

  /** The files of one fold and how many ratings each has. */
  public record Written(TrainTest files, long trained, long heldOut) {}

  /**
   * Writes folds in one pass over the ratings.
   *
   * @param ratings rows of user_id, title_id, rating, rated_at and {@link RatingSplit#PART}
   * @param folder made if absent
   * @throws PipelineException if the folder cannot be written, or a file would be empty
   */
  public static List<Written> write(Dataset<Row> ratings, Path folder, int folds) {
    List<OpenFile> training = new ArrayList<>();
    List<OpenFile> test = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (int fold = 1; fold <= folds; fold++) {
        training.add(new OpenFile(folder.resolve("fold-" + fold + ".train.csv")));
        test.add(new OpenFile(folder.resolve("fold-" + fold + ".test.csv")));
      }
      ratings
          .select(RatingSplit.PART, "user_id", "title_id", "rating", "rated_at")
          .sort("user_id", "title_id", "rated_at", "rating")
          .toLocalIterator()
          .forEachRemaining(
              row -> {
                for (int fold = 0; fold < folds; fold++) {
                  (row.getInt(0) == fold ? test : training).get(fold).add(row);
                }
              });
      return publish(training, test);
    } catch (IOException | UncheckedIOException failure) {
      throw new PipelineException(
          "Cannot write to %s: %s. Check space and rights there."
              .formatted(folder, failure.getMessage()),
          failure);
    } finally {
      training.forEach(OpenFile::discard);
      test.forEach(OpenFile::discard);
    }
  }

  private static List<Written> publish(List<OpenFile> training, List<OpenFile> test)
      throws IOException {
    List<Written> written = new ArrayList<>();
    for (int fold = 0; fold < training.size(); fold++) {
      OpenFile learned = training.get(fold);
      OpenFile heldOut = test.get(fold);
      if (learned.ratings == 0 || heldOut.ratings == 0) {
        throw new PipelineException(
            "Cannot split: there are %,d ratings, and the files of fold %d would have %,d and %,d. Give more ratings, or fewer folds."
                .formatted(
                    learned.ratings + heldOut.ratings, fold + 1, learned.ratings, heldOut.ratings));
      }
      written.add(
          new Written(new TrainTest(learned.path, heldOut.path), learned.ratings, heldOut.ratings));
    }
    for (int fold = 0; fold < training.size(); fold++) {
      training.get(fold).publish();
      test.get(fold).publish();
    }
    return written;
  }

  /** A file beside its place until it is published. User ids stand there without their source. */
  private static final class OpenFile {
    private final Path path;
    private final Path unfinished;
    private final CsvOutput writer;
    private long ratings;

    private OpenFile(Path path) throws IOException {
      this.path = path;
      unfinished = path.resolveSibling("." + path.getFileName() + ".part");
      writer = new CsvOutput(Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8));
    }

    private void add(Row row) {
      String user = row.getString(1).substring(row.getString(1).indexOf(':') + 1);
      List<Object> cells = new ArrayList<>(List.of(user, row.getString(2), row.getDouble(3)));
      if (!row.isNullAt(4)) {
        cells.add(row.getTimestamp(4).toInstant().getEpochSecond());
      }
      writer.row(cells);
      ratings++;
    }

    private void publish() throws IOException {
      writer.close();
      Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    }

    private void discard() {
      try {
        writer.close();
        Files.deleteIfExists(unfinished);
      } catch (IOException | UncheckedIOException ignored) {
        // An empty hidden file harms nobody.
      }
    }
  }
}
