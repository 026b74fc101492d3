package org.reelhouse.cli.jobs;

import java.util.Set;
import java.util.concurrent.Callable;
import org.reelhouse.Job;
import org.reelhouse.cli.options.LakeOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one job. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public final class JobCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions options = new LakeOptions();

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  private final Job job;

  private JobCommand(Job job) {
    this.job = job;
  }

  public static CommandLine describe(Job job) {
    CommandLine commandLine = new CommandLine(new JobCommand(job));
    describe(commandLine, job);
    return commandLine;
  }

  /** Gives a command the name and the help of a job. */
  public static void describe(CommandLine commandLine, Job job) {
    commandLine
        .getCommandSpec()
        .name(job.name())
        .usageMessage()
        .description(job.description())
        .footer("", "Reads " + names(job.reads()), "Writes " + names(job.writes()));
  }

  @Override
  public Integer call() {
    return Execution.run(
        options, job.name(), Set.of(job.name()), json, spec.commandLine().getOut());
  }

  private static String names(Set<org.reelhouse.tables.Table> tables) {
    return tables.isEmpty()
        ? "no table"
        : String.join(
            ", ", tables.stream().map(org.reelhouse.tables.Table::name).sorted().toList());
  }
}
