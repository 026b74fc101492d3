package org.reelhouse.config;

/**
 * Where a setting was set.
 *
 * @param place file or option
 * @param line from 1; 0 for what is no file
 */
public record Origin(String place, int line) {
  /** As editors and terminals take it, such as {@code conf/reference.yaml:12}. */
  public String link() {
    return line == 0 ? place : place + ":" + line;
  }

  /** As sentences say it, such as {@code conf/reference.yaml line 12}. */
  @Override
  public String toString() {
    return line == 0 ? place : place + " line " + line;
  }
}
