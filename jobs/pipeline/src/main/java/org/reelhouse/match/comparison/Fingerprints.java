package org.reelhouse.match.comparison;

import java.util.Arrays;
import java.util.Collection;
import org.reelhouse.text.TextHash;

/**
 * A list of texts of which only equality counts, as 64-bit hashes: a cast travels to ten blocks,
 * and twenty names would be most of what is carried there.
 */
public final class Fingerprints {
  static final Fingerprints NONE = new Fingerprints(new long[0]);

  private final long[] values;

  private Fingerprints(long[] values) {
    this.values = values;
  }

  public static Fingerprints of(Collection<String> texts) {
    return texts.isEmpty()
        ? NONE
        : new Fingerprints(texts.stream().mapToLong(Fingerprints::of).toArray());
  }

  public static Fingerprints ofHashes(long[] values) {
    return values.length == 0 ? NONE : new Fingerprints(values);
  }

  /** The hash of one text. */
  public static long of(String text) {
    return TextHash.bits64(text);
  }

  boolean isEmpty() {
    return values.length == 0;
  }

  public int size() {
    return values.length;
  }

  /** How many are among the others. */
  public int shared(Fingerprints others) {
    int shared = 0;
    for (long value : values) {
      shared += others.contains(value) ? 1 : 0;
    }
    return shared;
  }

  public long[] hashes() {
    return values;
  }

  public boolean contains(long value) {
    for (long own : values) {
      if (own == value) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprints those && Arrays.equals(values, those.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
