package org.reelhouse.cli.models;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the versions of models and decides which serve. */
@Command(
    name = "models",
    description =
        "Shows the versions of models, compares them, and decides which serve: a new one that passes its gate, or one that you promote.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    subcommands = {
      ModelsListCommand.class,
      ModelsCompareCommand.class,
      ModelsPromoteCommand.class,
      ModelsRollbackCommand.class,
      ModelsReleaseCommand.class
    })
public final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Which command? One of: " + String.join(", ", spec.subcommands().keySet()));
  }
}
