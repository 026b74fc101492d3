package org.reelhouse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends what a person decided. */
@Command(
    name = "release",
    description = "Lets the gate of a model decide again, after promote or rollback.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsReleaseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DecidingOptions options = new DecidingOptions();

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .print(
            options.decide(
                (decider, lake) -> decider.release(lake, options.model(), options.asOf())));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
