package org.reelhouse.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.cli.config.ConfigCommand;
import org.reelhouse.cli.evaluate.EvaluateMatchingCommand;
import org.reelhouse.cli.evaluate.EvaluatePopularityCommand;
import org.reelhouse.cli.evaluate.EvaluateRankingCommand;
import org.reelhouse.cli.evaluate.EvaluateRatingsCommand;
import org.reelhouse.cli.evaluate.EvaluateSimilarCommand;
import org.reelhouse.cli.evaluate.EvaluateThemesCommand;
import org.reelhouse.cli.evaluate.SplitRatingsCommand;
import org.reelhouse.cli.generate.DictionaryCommand;
import org.reelhouse.cli.generate.GenerateCommand;
import org.reelhouse.cli.generate.GraphCommand;
import org.reelhouse.cli.generate.SamplesCommand;
import org.reelhouse.cli.jobs.JobCommand;
import org.reelhouse.cli.jobs.Jobs;
import org.reelhouse.cli.jobs.PipelineCommand;
import org.reelhouse.cli.jobs.RecommendCommand;
import org.reelhouse.cli.lake.SqlCommand;
import org.reelhouse.cli.lake.TablesCommand;
import org.reelhouse.cli.models.ModelsCommand;
import org.reelhouse.cli.options.Misuse;
import org.reelhouse.recommend.RecommendJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code reelhouse} command. Exit status: 0 done, 1 failed, 2 misused. */
@Command(
    name = "reelhouse",
    description = "One clean catalogue of films, series and anime out of many sources.",
    mixinStandardHelpOptions = true,
    versionProvider = ReleaseVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {"", "reelhouse COMMAND --help explains a command."},
    subcommands = {
      PipelineCommand.class,
      GraphCommand.class,
      TablesCommand.class,
      SqlCommand.class,
      DictionaryCommand.class,
      GenerateCommand.class,
      ConfigCommand.class,
      ModelsCommand.class,
      SamplesCommand.class,
      SplitRatingsCommand.class,
      EvaluateMatchingCommand.class,
      EvaluatePopularityCommand.class,
      EvaluateRatingsCommand.class,
      EvaluateRankingCommand.class,
      EvaluateSimilarCommand.class,
      EvaluateThemesCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command and returns its exit status. */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  /** All commands, and what becomes of errors. */
  public static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    for (Job job : Jobs.all()) {
      commandLine.addSubcommand(
          job.name(),
          job instanceof RecommendJob ? RecommendCommand.describe() : JobCommand.describe(job));
    }
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Misuse::report)
        .setExecutionExceptionHandler(Main::report);
  }

  private static int report(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
    PipelineException mendable = mendable(failure);
    if (mendable != null) {
      commandLine.getErr().println(mendable.getMessage());
    } else {
      failure.printStackTrace(commandLine.getErr());
    }
    return commandLine.getCommandSpec().exitCodeOnExecutionException();
  }

  /** What an operator can mend may come wrapped, as from the threads of the pipeline. */
  private static @Nullable PipelineException mendable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PipelineException mendable) {
        return mendable;
      }
    }
    return null;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Which command? One of: " + commands(spec.subcommands()));
  }

  private static String commands(Map<String, CommandLine> subcommands) {
    return String.join(", ", subcommands.keySet());
  }
}
