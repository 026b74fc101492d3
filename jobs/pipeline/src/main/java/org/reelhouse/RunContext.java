package org.reelhouse;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a job knows of the run that it is part of. A job may use it from several threads. */
public final class RunContext {
  private final LocalDate asOf;
  private final String runId;
  private final List<String> notes = new CopyOnWriteArrayList<>();

  /**
   * A run without notes.
   *
   * @param runId as {@code ops.job_run} names the run
   */
  public RunContext(LocalDate asOf, String runId) {
    this.asOf = asOf;
    this.runId = runId;
  }

  /** The only date a job knows. */
  public LocalDate asOf() {
    return asOf;
  }

  /** The run, as {@code ops.job_run} names it. */
  public String runId() {
    return runId;
  }

  /** Notes something about this run for the operator, such as a source that is absent. */
  public void note(String message) {
    notes.add(message);
  }

  /** What the job had to say, in order. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
