package org.reelhouse.samples.world;

import java.util.List;

/**
 * Random numbers that follow from a seed, a purpose and an index: SplitMix64 (Steele, Lea and Flood
 * 2014), spelled out and with {@link StrictMath}, so that every Java gives the same.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Chance(long state) {
    this.state = state;
  }

  static Chance of(long seed, String purpose, long index) {
    return new Chance(mix(mix(seed + purpose.hashCode() * GOLDEN) + index * GOLDEN));
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [0, bound). */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  /** Uniform in [least, most]. */
  public int between(int least, int most) {
    return least + below(most - least + 1);
  }

  public boolean happens(double probability) {
    return unit() < probability;
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller 1958). */
  public double gaussian() {
    return StrictMath.sqrt(-2 * StrictMath.log(1 - unit())) * StrictMath.cos(2 * Math.PI * unit());
  }

  public <T> T one(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Lower-case hexadecimal digits. */
  public String hex(int digits) {
    StringBuilder hex = new StringBuilder(digits);
    while (hex.length() < digits) {
      hex.append(Character.forDigit(below(16), 16));
    }
    return hex.toString();
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
