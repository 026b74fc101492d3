package org.reelhouse.raw;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Makes the rows of {@code ops.quarantine}. */
public final class Quarantine {
  private Quarantine() {}

  /**
   * The row of one rejected record.
   *
   * @param reason class of the problem, such as malformed
   * @param detail the problem with its values
   */
  public static Row row(
      LocalDate asOf, String job, RawRecord record, String reason, String detail) {
    return RowFactory.create(
        Date.valueOf(asOf),
        job,
        record.source(),
        record.dataset(),
        Date.valueOf(record.snapshot()),
        record.file(),
        record.line(),
        reason,
        detail,
        record.text());
  }
}
