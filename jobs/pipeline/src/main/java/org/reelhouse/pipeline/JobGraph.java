package org.reelhouse.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reelhouse.Job;

/**
 * Jobs and what each waits for: the other jobs that write a table it reads and does not write
 * itself.
 *
 * @param jobs in an order in which each comes after those it waits for
 */
public record JobGraph(List<Job> jobs) {

  /** Draws the graph from what the jobs declare. */
  public static JobGraph of(List<Job> jobs) {
    List<Job> waiting = new ArrayList<>(jobs);
    List<Job> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Job next =
          waiting.stream()
              .filter(job -> waiting.stream().noneMatch(other -> waitsFor(job, other)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "The tables of these jobs form a circle: " + names(waiting)));
      waiting.remove(next);
      ordered.add(next);
    }
    return new JobGraph(List.copyOf(ordered));
  }

  /** Job name to the names of the jobs it waits for, both in running order. */
  public Map<String, Set<String>> upstream() {
    Map<String, Set<String>> upstream = new LinkedHashMap<>();
    for (Job job : jobs) {
      Set<String> names = new LinkedHashSet<>();
      jobs.stream().filter(other -> waitsFor(job, other)).forEach(other -> names.add(other.name()));
      upstream.put(job.name(), names);
    }
    return upstream;
  }

  /** The job with this name and all that wait for it, directly or not. */
  public Set<String> from(String name) {
    Set<String> reached = new LinkedHashSet<>(Set.of(name));
    upstream()
        .forEach(
            (job, upstream) -> {
              if (upstream.stream().anyMatch(reached::contains)) {
                reached.add(job);
              }
            });
    return reached;
  }

  /** What it writes itself it reads for its own rows of earlier runs, and waits for nobody. */
  private static boolean waitsFor(Job job, Job other) {
    return job != other
        && job.reads().stream()
            .filter(table -> !job.writes().contains(table))
            .anyMatch(other.writes()::contains);
  }

  private static List<String> names(List<Job> jobs) {
    return jobs.stream().map(Job::name).toList();
  }
}
