package org.reelhouse.cli.generate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the data dictionary. */
@Command(
    name = "dictionary",
    description = "Prints every table and column as Markdown (docs/data-dictionary.md).",
    mixinStandardHelpOptions = true)
public final class DictionaryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(DataDictionary.markdown());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
