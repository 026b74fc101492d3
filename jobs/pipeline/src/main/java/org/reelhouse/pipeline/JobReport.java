package org.reelhouse.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Tally;

/**
 * How one job ended.
 *
 * @param rowsWritten table to rows written; empty if the job failed
 * @param notes what the job had to say to the operator
 * @param failure why the job failed, or null
 */
public record JobReport(
    String job,
    Duration duration,
    List<Tally> tallies,
    Map<String, Long> rowsWritten,
    List<String> notes,
    @Nullable Throwable failure) {

  public boolean done() {
    return failure == null;
  }
}
