package org.reelhouse.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.reelhouse.Job;

/**
 * Runs several jobs in one session: each once those it waits for are done, and as many at the same
 * time as the settings allow. When a job fails, those that wait for it are skipped and the others
 * go on.
 */
public final class Pipeline {
  private final JobRunner runner;
  private final Progress progress;
  private final int parallelJobs;

  public Pipeline(JobRunner runner, Progress progress, int parallelJobs) {
    this.runner = runner;
    this.progress = progress;
    this.parallelJobs = parallelJobs;
  }

  /**
   * Runs the chosen jobs of a graph.
   *
   * @param chosen names; jobs not chosen count as done
   * @return a report for each job that ran, in the order in which they ended
   */
  public List<JobReport> run(JobGraph graph, Set<String> chosen) {
    Map<String, Job> waiting = new LinkedHashMap<>();
    graph.jobs().stream()
        .filter(job -> chosen.contains(job.name()))
        .forEach(job -> waiting.put(job.name(), job));
    ExecutorService threads = Executors.newFixedThreadPool(parallelJobs);
    try {
      return new Course(graph.upstream(), waiting, new ExecutorCompletionService<>(threads)).run();
    } finally {
      threads.shutdownNow();
    }
  }

  private final class Course {
    private final Map<String, Set<String>> upstream;
    private final Map<String, Job> waiting;
    private final CompletionService<JobReport> running;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Set<String> unfinished;
    private final Set<String> failed = new HashSet<>();
    private final List<JobReport> reports = new ArrayList<>();
    private int inFlight;

    Course(
        Map<String, Set<String>> upstream,
        Map<String, Job> waiting,
        CompletionService<JobReport> running) {
      this.upstream = upstream;
      this.waiting = waiting;
      this.running = running;
      this.unfinished = new HashSet<>(waiting.keySet());
      waiting.keySet().forEach(name -> numbers.put(name, numbers.size() + 1));
    }

    List<JobReport> run() {
      submitReady();
      while (inFlight > 0) {
        JobReport report = next();
        inFlight--;
        reports.add(report);
        if (report.done()) {
          unfinished.remove(report.job());
        } else {
          failed.add(report.job());
        }
        progress.ended(report, number(report.job()), numbers.size());
        submitReady();
      }
      return reports;
    }

    private void submitReady() {
      for (String name : List.copyOf(waiting.keySet())) {
        Set<String> before = upstream.getOrDefault(name, Set.of());
        if (before.stream().anyMatch(failed::contains)) {
          waiting.remove(name);
          failed.add(name);
          progress.skipped(name, number(name), numbers.size());
        } else if (before.stream().noneMatch(unfinished::contains)) {
          submit(waiting.remove(name), number(name));
        }
      }
    }

    private void submit(Job job, int number) {
      inFlight++;
      running.submit(
          () -> {
            progress.started(job.name(), number, numbers.size());
            return runner.run(job);
          });
    }

    private int number(String job) {
      return numbers.getOrDefault(job, 0);
    }

    private JobReport next() {
      try {
        return running.take().get();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while jobs were running", interrupted);
      } catch (ExecutionException failure) {
        throw new IllegalStateException(failure.getCause());
      }
    }
  }
}
