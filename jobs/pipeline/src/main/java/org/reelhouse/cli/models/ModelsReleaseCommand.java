package org.reelhouse.cli.models;

import java.util.concurrent.Callable;
import org.reelhouse.cli.options.DecidingOptions;
import org.reelhouse.models.Decider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends what a person decided. */
@Command(
    name = "release",
    description = "Lets the gate of a model decide again, after promote or rollback.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ModelsReleaseCommand implements Callable<Integer> {
  @Mixin private DecidingOptions options = new DecidingOptions();

  @Override
  public Integer call() {
    return options.decide(Decider::release);
  }
}
