package org.reelhouse.cli.jobs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Job;
import org.reelhouse.cli.options.LakeOptions;
import org.reelhouse.pipeline.JobGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs all jobs, or some, in one session. */
@Command(
    name = "pipeline",
    description = "Runs all jobs in one Spark session, in the order their tables ask for.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PipelineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LakeOptions options = new LakeOptions();

  @Option(
      names = "--from",
      paramLabel = "JOB",
      description = "Run this job and all that wait for it, directly or not")
  private @Nullable String from;

  @Option(
      names = "--only",
      paramLabel = "JOB",
      arity = "1..*",
      split = ",",
      description = "Run these jobs and no others, on the tables that are there")
  private List<String> only = new ArrayList<>();

  @Option(names = "--json", description = "Print the result as JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    return Execution.run(options, "pipeline", chosen(), json, spec.commandLine().getOut());
  }

  private Set<String> chosen() {
    JobGraph graph = Jobs.graph();
    Set<String> chosen = new LinkedHashSet<>(graph.jobs().stream().map(Job::name).toList());
    if (from != null) {
      requireJob(from);
      chosen.retainAll(graph.from(from));
    }
    if (!only.isEmpty()) {
      only.forEach(this::requireJob);
      requireAmong(chosen);
      chosen.retainAll(only);
    }
    return chosen;
  }

  private void requireJob(String name) {
    List<String> jobs = Jobs.graph().jobs().stream().map(Job::name).toList();
    if (!jobs.contains(name)) {
      throw options.misuse(
          "Cannot run job %s: there is no such job. Choose one of %s."
              .formatted(name, String.join(", ", jobs)));
    }
  }

  private void requireAmong(Set<String> reached) {
    List<String> others = only.stream().filter(job -> !reached.contains(job)).toList();
    if (!others.isEmpty()) {
      throw options.misuse(
          "Cannot run only %s from %s on: that comes before it or does not wait for it. Leave --from or --only out."
              .formatted(String.join(", ", others), from));
    }
  }
}
