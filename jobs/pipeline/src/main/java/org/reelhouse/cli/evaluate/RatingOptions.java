package org.reelhouse.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;
import org.reelhouse.ratings.RatingFile;
import org.reelhouse.ratings.evaluation.TrainTest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that evaluate models on files of ratings. */
final class RatingOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description =
          "movielens (user, title, rating, seconds since 1970) or mal-ratings (user, title, rating). Commas, tabs or ::, with or without a header, plain or .gz")
  private String format = "";

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "quick or best. Default: recommend.model, which the job serves")
  private @Nullable String model;

  /** The settings that the options replace. */
  Map<String, String> overrides() {
    return model == null ? Map.of() : Map.of("recommend.model", model);
  }

  /**
   * The ratings of a file as rows of user_id, title_id, rating and rated_at.
   *
   * @throws PipelineException if the file cannot be read or has none
   */
  Dataset<Row> read(Lake lake, Path file) {
    RatingFile read = RatingFile.read(lake.raw(), file, format, lake::keep);
    Dataset<Row> ratings = read.ratings();
    warn(file, read.rejected());
    if (ratings.isEmpty()) {
      throw new PipelineException(
          "Cannot evaluate on %s: it holds no ratings. Give another file, or another --format."
              .formatted(file));
    }
    return ratings;
  }

  /**
   * Checks the format before anything is read.
   *
   * @throws ParameterException if there is no such format
   */
  void requireFormat() {
    if (!RatingFile.formats().contains(format)) {
      throw new ParameterException(
          command.commandLine(),
          "There is no format %s of ratings. Those are %s."
              .formatted(format, String.join(", ", RatingFile.formats())));
    }
  }

  /**
   * Checks a share of the ratings that is to be held out.
   *
   * @throws ParameterException if it is none
   */
  void requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new ParameterException(
          command.commandLine(),
          "Cannot hold out a share of %s: it must lie between 0 and 1, such as 0.2."
              .formatted(share));
    }
  }

  private void warn(Path file, Dataset<Row> rejected) {
    long count = rejected.count();
    if (count > 0) {
      report(
          "%s: %,d lines are left out, such as one because: %s",
          file, count, rejected.head().getString(1));
    }
  }

  /** Reports which fold is begun, beside the result. */
  void report(TrainTest fold) {
    report("Learning from %s and measuring on %s …", fold.training(), fold.test());
  }

  /** Reports what goes on, beside the result. */
  void report(String format, Object... values) {
    PrintWriter err = command.commandLine().getErr();
    err.println(String.format(Locale.ROOT, format, values));
    err.flush();
  }
}
