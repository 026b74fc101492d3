package org.reelhouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Rolls a model back. */
@Command(
    name = "rollback",
    description =
        "Lets the version serve alone again that did before: of two that share the users the first, else the one promoted last before the one that serves now. It holds until reelhouse models release.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsRollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DecidingOptions options = new DecidingOptions();

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .print(
            options.decide(
                (decider, lake) -> decider.rollback(lake, options.model(), options.asOf())));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
