package org.reelhouse.pipeline;

/** Told what the pipeline does, as it does it; called from several threads. */
public interface Progress {

  /** A job starts, as this many-th of so many. */
  void started(String job, int number, int total);

  /** A job ended, well or not. */
  void ended(JobReport report, int number, int total);

  /** A job is not run, because one it waits for failed. */
  void skipped(String job, int number, int total);
}
