package org.reelhouse.samples.world;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A fixed order of the numbers below a size: each number has one place and each place one number.
 */
public final class Shuffle implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long STEP = 982_451_653L;

  private final long size;
  private final long step;
  private final long back;
  private final long start;

  /**
   * @param size at least 1
   * @param salt distinguishes shuffles of the same size
   */
  Shuffle(long size, long salt) {
    this.size = size;
    this.step = coprime(STEP + 2 * Math.floorMod(salt, 1_000L), size);
    this.back =
        size == 1
            ? 0
            : BigInteger.valueOf(step).modInverse(BigInteger.valueOf(size)).longValueExact();
    this.start = Math.floorMod(salt, size);
  }

  /** The place of a number. */
  long place(long number) {
    return Math.floorMod(Math.floorMod(number, size) * (step % size) + start, size);
  }

  /** The number at a place. */
  long at(long place) {
    return Math.floorMod(Math.floorMod(place - start, size) * back, size);
  }

  private static long coprime(long candidate, long size) {
    long step = candidate;
    while (BigInteger.valueOf(step).gcd(BigInteger.valueOf(size)).longValueExact() != 1) {
      step++;
    }
    return step;
  }
}
