package org.reelhouse.cli.evaluate;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Report;
import org.reelhouse.cli.options.LocalFolder;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.ratings.evaluation.RatingSplit;
import org.reelhouse.ratings.evaluation.SplitFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the files that evaluate-ratings and evaluate-ranking take as folds. */
@Command(
    name = "split-ratings",
    description = {
      "Splits a file of ratings at random into files to learn from and files to measure on, for evaluate-ratings and evaluate-ranking.",
      "The same file and seed give the same files."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SplitRatingsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();
  @Mixin private RatingOptions ratings = new RatingOptions();

  @Parameters(paramLabel = "FILE", description = "The ratings")
  private Path file = Path.of("");

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Write N folds; each rating is in the test file of one")
  private @Nullable Integer folds;

  @Option(
      names = "--per-user",
      paramLabel = "SHARE",
      description = "Write one fold that holds out this share of the ratings of each user")
  private @Nullable Double perUser;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Folder for fold-1.train.csv, fold-1.test.csv and so on; what stands there under these names is replaced")
  private Path out = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Other seeds draw other parts. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--json", description = "Print the files as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    requireOneForm();
    Settings settings = options.settings();
    ratings.requireFormat();
    LocalFolder.of(out.toString()).ifPresent(LocalFolder::checkWritable);
    List<SplitFiles.Written> written =
        Sessions.with("split-ratings", settings.spark(), spark -> write(options.open(spark)));
    ReportPrinter.print(spec.commandLine().getOut(), report(written), json);
    return 0;
  }

  private void requireOneForm() {
    if ((folds == null) == (perUser == null)) {
      throw options.misuse("Cannot split: give either --folds N or --per-user SHARE.");
    }
    if (folds != null && (folds < 2 || folds > MOST_FOLDS)) {
      throw options.misuse(
          "Cannot make %d folds: give a number from 2 to %d.".formatted(folds, MOST_FOLDS));
    }
    if (perUser != null) {
      ratings.requireShare(perUser);
    }
  }

  // Each has two open files and nearly as many bytes as the ratings.
  private static final int MOST_FOLDS = 100;

  private List<SplitFiles.Written> write(DeltaLake lake) {
    Dataset<Row> read = ratings.read(lake, file);
    return folds != null
        ? SplitFiles.write(RatingSplit.folds(read, folds, seed), out, folds)
        : SplitFiles.write(RatingSplit.perUser(read, requireNonNull(perUser), seed), out, 1);
  }

  /** The folds as options of evaluate-ratings and evaluate-ranking. */
  private static Report report(List<SplitFiles.Written> written) {
    return Report.EMPTY.with(
        Report.Rows.of("folds", "option", "train", "test", "train_ratings", "test_ratings")
            .withAll(
                written.stream()
                    .map(
                        fold ->
                            Report.Rows.row(
                                "--fold " + fold.files().training() + ":" + fold.files().test(),
                                fold.files().training().toString(),
                                fold.files().test().toString(),
                                fold.trained(),
                                fold.heldOut()))
                    .toList())
            .hiding("train", "test"));
  }
}
