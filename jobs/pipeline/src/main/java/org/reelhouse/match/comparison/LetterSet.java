package org.reelhouse.match.comparison;

/**
 * Which letters a text has, so far that it bounds quickly how far two texts are apart.
 *
 * @param bits one for each letter by the last five bits of its code: some letters share one
 * @param length letters of the text
 */
public record LetterSet(int bits, int length) {
  private static final int LAST_FIVE = 31;

  public static LetterSet of(String text) {
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits |= 1 << (text.charAt(i) & LAST_FIVE);
    }
    return new LetterSet(bits, text.length());
  }

  /** No fewer letters than these must be changed, added or left out to make one of the other. */
  public int leastEdits(LetterSet other) {
    int missing =
        Math.max(Integer.bitCount(bits & ~other.bits), Integer.bitCount(other.bits & ~bits));
    return Math.max(missing, Math.abs(length - other.length));
  }

  /**
   * No less than the Jaro similarity, which is (m/a + m/b + (m - t)/m) / 3 with m common letters.
   */
  public double mostJaro(LetterSet other) {
    int common =
        Math.min(
            length - Integer.bitCount(bits & ~other.bits),
            other.length - Integer.bitCount(other.bits & ~bits));
    return ((double) common / length + (double) common / other.length + 1) / 3;
  }
}
