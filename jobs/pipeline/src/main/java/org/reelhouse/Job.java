package org.reelhouse;

import java.util.List;
import java.util.Set;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Table;

/**
 * One step of the pipeline. A job has no fields and keeps no state between runs: the same tables,
 * settings and as-of date give the same result.
 *
 * <p>{@link #reads} and {@link #writes} are binding. The lake handed to {@link #run} refuses any
 * other table, and the order of the jobs is drawn from them.
 */
public interface Job {

  /** The word that names this job on the command line, in Airflow and in {@code ops.job_run}. */
  String name();

  /** One sentence for help texts: what the job makes out of what. */
  String description();

  /** The tables whose current content this job may read. */
  Set<Table> reads();

  /** The tables this job may replace. */
  Set<Table> writes();

  /**
   * Reads, computes and publishes.
   *
   * @param context of the run that this is part of
   * @return one tally for each input, in which every row the job took is accounted for
   * @throws PipelineException for what an operator can mend
   */
  List<Tally> run(Lake lake, RunContext context, Settings settings);
}
