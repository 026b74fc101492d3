package org.reelhouse.cli.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.cli.options.LakeOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.cli.session.Sessions;
import org.reelhouse.config.Settings;
import org.reelhouse.recommend.RecommendJob;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.UserLists;
import org.reelhouse.recommend.UsersFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the job recommend, or recommends to some users by its last run. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public final class RecommendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description =
          "Recommend to the users of FILE alone, by the last run of the job; writes no table. Comma-separated, with the column user_id and any of country, region, genres, kinds, platforms, countries, age_rating; lists separated by |")
  private @Nullable Path users;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --users: write the lists there, as comma-separated values or as JSON")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  /** The command of the job, beside those of the other jobs. */
  public static CommandLine describe() {
    CommandLine commandLine = new CommandLine(new RecommendCommand());
    JobCommand.describe(commandLine, new RecommendJob());
    return commandLine;
  }

  @Override
  public Integer call() {
    if (users != null) {
      return recommend(users);
    }
    if (out != null) {
      throw options.misuse("Cannot write lists to a file without --users: the job writes tables.");
    }
    String job = new RecommendJob().name();
    return Execution.run(options, job, Set.of(job), json, spec.commandLine().getOut());
  }

  private int recommend(Path file) {
    Settings settings = options.settings();
    UsersFile asked = UsersFile.read(file);
    long start = System.nanoTime();
    UserLists lists =
        Sessions.with(
            "recommend",
            settings.spark(),
            spark ->
                UserLists.of(
                    options.open(spark), asked.users(), settings.of(RecommendSettings.class)));
    double seconds = (System.nanoTime() - start) / 1e9;
    warn(asked.rejected(), lists, file);
    Report report =
        lists.report(asked.rejected()).with("lists", lists.lists().size()).with("seconds", seconds);
    PrintWriter terminal = spec.commandLine().getOut();
    if (out == null) {
      ReportPrinter.print(terminal, report, json);
    } else {
      write(out, report, lists);
      terminal.printf(
          Locale.ROOT, "%,d lists written to %s in %.1f s.%n", lists.lists().size(), out, seconds);
      terminal.flush();
    }
    return 0;
  }

  private void warn(List<UsersFile.Rejected> rejected, UserLists lists, Path file) {
    PrintWriter err = spec.commandLine().getErr();
    rejected.forEach(
        row ->
            err.printf(
                Locale.ROOT,
                "%s, line %d, user %s is left out: %s%n",
                file,
                row.line(),
                row.userId(),
                row.why()));
    long incomplete = lists.lists().stream().filter(list -> !list.complete()).count();
    if (incomplete > 0) {
      err.printf(
          Locale.ROOT,
          "%,d lists are shorter than asked for: no more titles pass the filters and are unseen%n",
          incomplete);
    }
    err.flush();
  }

  private void write(Path file, Report report, UserLists lists) {
    try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      if (json) {
        text.write(ReportPrinter.json(report).toPrettyString() + System.lineSeparator());
      } else {
        lists.writeCsv(text);
      }
    } catch (IOException | UncheckedIOException failure) {
      throw new PipelineException(
          "Cannot write %s: %s. Name a file in a folder that is there and can be written to."
              .formatted(file, failure.getMessage()),
          failure);
    }
  }
}
