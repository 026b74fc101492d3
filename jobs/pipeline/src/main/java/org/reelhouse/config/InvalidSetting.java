package org.reelhouse.config;

/** A value that its record does not accept. The reader adds file, line and the keys above. */
public final class InvalidSetting extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String key;

  public InvalidSetting(String key, String problem) {
    super(problem);
    this.key = key;
  }

  String key() {
    return key;
  }
}
