package org.reelhouse.pipeline;

import org.reelhouse.config.Require;

/**
 * How the jobs of one session run.
 *
 * @param parallelJobs jobs that may run at the same time, where their tables allow it
 */
public record PipelineSettings(int parallelJobs) {
  public PipelineSettings {
    Require.between("parallel-jobs", parallelJobs, 1, 64);
  }
}
