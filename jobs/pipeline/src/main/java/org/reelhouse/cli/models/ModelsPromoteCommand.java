package org.reelhouse.cli.models;

import java.util.concurrent.Callable;
import org.reelhouse.cli.options.DecidingOptions;
import org.reelhouse.recommend.RecommendJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a version serve. */
@Command(
    name = "promote",
    description =
        "Lets a version serve, whatever its gate says, until reelhouse models release: all, or with --share a share of the users beside the version that serves now.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsPromoteCommand implements Callable<Integer> {
  @Mixin private DecidingOptions options = new DecidingOptions();

  @Parameters(index = "1", paramLabel = "VERSION", description = "Such as 20260131")
  private int version;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      defaultValue = "1",
      description =
          "Share of the users that it serves, such as 0.5, chosen by a hash of their ids; of the model "
              + RecommendJob.RANKING_MODEL
              + " alone. Default: ${DEFAULT-VALUE}, all")
  private double share = 1;

  @Override
  public Integer call() {
    if (!(share > 0 && share <= 1)) {
      throw options.misuse("--share must be above 0 and at most 1 but is " + share);
    }
    if (share < 1 && !options.model().equals(RecommendJob.RANKING_MODEL)) {
      throw options.misuse(
          "--share is for %s: what %s says is the same for all users."
              .formatted(RecommendJob.RANKING_MODEL, options.model()));
    }
    return options.decide(
        (decider, lake, model, asOf) -> decider.promote(lake, model, version, share, asOf));
  }
}
