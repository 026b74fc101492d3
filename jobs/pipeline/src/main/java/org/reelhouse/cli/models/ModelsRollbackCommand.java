package org.reelhouse.cli.models;

import java.util.concurrent.Callable;
import org.reelhouse.cli.options.DecidingOptions;
import org.reelhouse.models.Decider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rolls a model back. */
@Command(
    name = "rollback",
    description =
        "Lets the version serve alone again that did before: of two that share the users the first, else the one promoted last before the one that serves now. It holds until reelhouse models release.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsRollbackCommand implements Callable<Integer> {
  @Mixin private DecidingOptions options = new DecidingOptions();

  @Override
  public Integer call() {
    return options.decide(Decider::rollback);
  }
}
