package org.reelhouse.normalize.draft;

/** A record that cannot become a title, and why. It ends in {@code ops.quarantine}. */
public final class Rejection extends Exception {
  private static final long serialVersionUID = 1L;

  /** A whole cell may be in the detail, and stands in the raw text of the record anyway. */
  private static final int LONGEST = 300;

  private final String reason;

  /**
   * A rejection.
   *
   * @param reason class of the problem: malformed, missing_id, missing_title, bad_value, orphan …
   * @param detail the problem with its values, cut off where it gets long
   */
  public Rejection(String reason, String detail) {
    super(detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + " …");
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
