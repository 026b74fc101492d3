package org.reelhouse.cli.options;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of arguments that cannot be: what is wrong and where help is, one line each. */
public final class Misuse {
  private Misuse() {}

  public static int report(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(failure.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.println(command.getCommandSpec().qualifiedName() + " --help lists what can be given.");
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
