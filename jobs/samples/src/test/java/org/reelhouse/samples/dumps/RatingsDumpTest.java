package org.reelhouse.samples.dumps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsDumpTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 27, 1_200, 1_201, 12_345})
  void sharesOutExactlyAsManyRatingsAsAskedFor(long ratings) {
    long users = RatingsDump.users(ratings);

    long shared = LongStream.range(0, users).map(user -> RatingsDump.count(user, ratings)).sum();

    assertThat(shared).isEqualTo(ratings);
  }
}
