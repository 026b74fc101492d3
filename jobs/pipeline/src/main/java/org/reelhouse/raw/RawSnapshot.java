package org.reelhouse.raw;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The complete files of one dataset as they were on one date, ordered by name.
 *
 * @param location the folder of the snapshot
 */
public record RawSnapshot(
    String source, String dataset, LocalDate date, String location, List<RawFile> files)
    implements Serializable {

  /** How {@code ops.job_run} names this input, such as {@code raw/tmdb/movies}. */
  public String input() {
    return "raw/" + source + "/" + dataset;
  }
}
