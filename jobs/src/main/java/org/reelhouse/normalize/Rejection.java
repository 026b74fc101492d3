package org.reelhouse.normalize;

/** A record that cannot become a title, and why. It ends in {@code ops.quarantine}. */
final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;
  private final String reason;

  /**
   * A rejection.
   *
   * @param reason class of the problem: malformed, missing_id, missing_title, bad_value, orphan …
   * @param detail the problem with its values
   */
  Rejection(String reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
