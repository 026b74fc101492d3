package org.reelhouse.cli.generate;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what the repository says of the code. */
@Command(
    name = "generate",
    hidden = true,
    description = {
      "Writes what is made from the code: the data dictionary, README's list of tables, the graph of the DAG and the weights of matching.",
      "For developers of Reelhouse; scripts/generate calls it."
    },
    mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "HOME", description = "Folder of the repository")
  private Path home = Path.of(".");

  @Override
  public Integer call() {
    GeneratedFiles.write(home)
        .forEach(file -> spec.commandLine().getOut().println("Wrote " + file));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
