package org.reelhouse.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reelhouse.cli.options.ReadingOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.ratings.evaluation.TrainTest;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.evaluation.RankingEvaluation;
import org.reelhouse.recommend.evaluation.RankingFolds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how well titles are ranked for users, on ratings that were not learned from. */
@Command(
    name = "evaluate-ranking",
    description = {
      "Fits the ranking model that the job recommend would serve, gives each user its list and looks where the held-out titles stand, beside its factors alone and the popular titles.",
      "Give --fold for two files, or --time-split for one file whose newest ratings are held out."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class EvaluateRankingCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions options = new ReadingOptions();
  @Mixin private RatingOptions ratings = new RatingOptions();

  @Option(
      names = "--fold",
      paramLabel = "TRAIN:TEST",
      converter = TrainTestConverter.class,
      description = "A file to learn from and one to measure on; may be given again")
  private List<TrainTest> folds = new ArrayList<>();

  @Option(
      names = "--time-split",
      paramLabel = "SHARE",
      description = "Hold out this share of the ratings of FILE, the newest")
  private @Nullable Double timeSplit;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The ratings for --time-split; they need times")
  private @Nullable Path file;

  @Option(
      names = "--k",
      paramLabel = "K",
      description = "Length of the lists. Default: recommend.evaluation.cutoff")
  private @Nullable Integer cutoff;

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    requireOneForm();
    ratings.requireFormat();
    Settings settings = options.settings(overrides());
    RankingFolds measured =
        Sessions.with(
            "evaluate-ranking",
            settings.spark(),
            spark -> measured(options.open(spark), settings.of(RecommendSettings.class)));
    ReportPrinter.print(spec.commandLine().getOut(), measured.report(), json);
    return 0;
  }

  /** Under a cut in time the model's weights are chosen on the newest ratings as well. */
  private Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>(ratings.overrides());
    if (cutoff != null) {
      overrides.put("recommend.evaluation.cutoff", String.valueOf(cutoff));
    }
    if (timeSplit != null) {
      overrides.put("recommend.evaluation.held-out", RecommendSettings.Evaluation.NEWEST);
      overrides.put("recommend.evaluation.share", String.valueOf(timeSplit));
    }
    return overrides;
  }

  private void requireOneForm() {
    if (folds.isEmpty() == (timeSplit == null)) {
      throw options.misuse(
          "Cannot evaluate: give either --fold TRAIN:TEST or --time-split SHARE FILE.");
    }
    if ((timeSplit == null) != (file == null)) {
      throw options.misuse(
          "Cannot evaluate: --time-split SHARE and the FILE whose newest ratings it holds out go together.");
    }
    if (timeSplit != null) {
      ratings.requireShare(timeSplit);
    }
  }

  private RankingFolds measured(DeltaLake lake, RecommendSettings settings) {
    List<RankingFolds.Measured> measured = new ArrayList<>();
    for (TrainTest fold : folds) {
      ratings.report(fold);
      measured.add(
          new RankingFolds.Measured(
              fold.test().toString(),
              RankingEvaluation.of(
                  ratings.read(lake, fold.training()), ratings.read(lake, fold.test()), settings)));
    }
    if (timeSplit != null && file != null) {
      ratings.report("Learning from %s but its newest ratings, and measuring on these …", file);
      measured.add(
          new RankingFolds.Measured(
              file.toString(), RankingEvaluation.byTime(ratings.read(lake, file), settings)));
    }
    return new RankingFolds(settings.evaluation().cutoff(), measured);
  }
}
