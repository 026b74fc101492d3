package org.reelhouse.match.blocking;

/** What became of a source title since the comparison that is built on. */
public enum Standing {
  /** It is as it was. */
  STAYED(0),
  /** It is new, or this is its new form. */
  CAME(1),
  /** It is gone, or this is its old form. */
  WENT(2);

  private static final Standing[] ALL = values();

  private final int code;

  Standing(int code) {
    this.code = code;
  }

  /** How it travels: a small number. */
  int code() {
    return code;
  }

  static Standing ofCode(int code) {
    return ALL[code];
  }
}
