package org.reelhouse.text;

/**
 * How well a term distinguishes texts: the fewer have it, the more. The logarithm is that of {@link
 * StrictMath}, which rounds alike on every machine.
 */
public final class InverseDocumentFrequency {
  private InverseDocumentFrequency() {}

  /** ln(n / df), where each term stands in one of the n texts at least. */
  public static double of(long texts, long frequency) {
    return StrictMath.log((double) texts / frequency);
  }

  /** ln((n + 1) / (df + 1)), as in MLlib. */
  public static double smoothed(long texts, long frequency) {
    return StrictMath.log((texts + 1.0) / (frequency + 1.0));
  }
}
