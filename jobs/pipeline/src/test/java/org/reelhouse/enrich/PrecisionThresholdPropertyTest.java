package org.reelhouse.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

final class PrecisionThresholdPropertyTest {

  @Property
  void keepsThePrecisionAskedFor(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 300) int size,
      @ForAll @DoubleRange(min = 0.5, max = 0.95) double precision) {
    Random random = new Random(seed);
    double[] scores = random.doubles(size).map(score -> Math.rint(score * 50)).toArray();
    boolean[] correct = new boolean[size];
    for (int i = 0; i < size; i++) {
      correct[i] = random.nextDouble() * 60 < scores[i] + 10;
    }

    PrecisionThreshold.of(scores, correct, precision)
        .ifPresent(
            threshold -> {
              int[] told = IntStream.range(0, size).filter(i -> scores[i] >= threshold).toArray();
              int right = (int) Arrays.stream(told).filter(i -> correct[i]).count();
              assertThat(PrecisionThreshold.lowerBound(right, told.length))
                  .isGreaterThanOrEqualTo(precision);
            });
  }
}
