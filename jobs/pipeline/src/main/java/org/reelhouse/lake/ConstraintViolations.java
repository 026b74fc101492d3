package org.reelhouse.lake;

import org.reelhouse.PipelineException;
import org.reelhouse.tables.Table;

/** Turns Delta's refusal of a row into a message an operator can act on. */
final class ConstraintViolations {
  private ConstraintViolations() {}

  /** The failure itself, unless a constraint of the table was violated. */
  static RuntimeException explain(Table table, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("DELTA_VIOLATE_CONSTRAINT")
          || message.contains("DELTA_NOT_NULL_CONSTRAINT")) {
        return new PipelineException(
            "Cannot write "
                + table
                + ": a row violates a constraint. "
                + message.lines().limit(3).reduce((one, two) -> one + " " + two).orElse("")
                + " Mend the rows or the job; the table is as it was.",
            failure);
      }
    }
    return failure;
  }
}
