package org.reelhouse.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.ratings.evaluation.TrainTest;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.evaluation.RatingFolds;
import org.reelhouse.recommend.evaluation.RatingsEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well ratings are expected, on files of ratings that were not learned from. */
@Command(
    name = "evaluate-ratings",
    description = {
      "Fits the rating model that the job recommend would serve to the ratings of one file and expects those of another: RMSE and MAE, beside the mean and the biases alone.",
      "Its weights are chosen on a part of the file that is learned from."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateRatingsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();
  @Mixin private RatingOptions ratings = new RatingOptions();

  @Option(
      names = "--fold",
      required = true,
      paramLabel = "TRAIN:TEST",
      converter = TrainTestConverter.class,
      description = "A file to learn from and one to measure on; may be given again")
  private List<TrainTest> folds = new ArrayList<>();

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    ratings.requireFormat();
    Settings settings = options.settings(ratings.overrides());
    List<RatingFolds.Measured> measured =
        Sessions.with(
            "evaluate-ratings",
            settings.spark(),
            spark ->
                folds.stream().map(fold -> measured(options.open(spark), fold, settings)).toList());
    ReportPrinter.print(spec.commandLine().getOut(), new RatingFolds(measured).report(), json);
    return 0;
  }

  private RatingFolds.Measured measured(DeltaLake lake, TrainTest fold, Settings settings) {
    ratings.report(fold);
    return new RatingFolds.Measured(
        fold.training().toString(),
        fold.test().toString(),
        RatingsEvaluation.of(
            ratings.read(lake, fold.training()),
            ratings.read(lake, fold.test()),
            settings.of(RecommendSettings.class)));
  }
}
