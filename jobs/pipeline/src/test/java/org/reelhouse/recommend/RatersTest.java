package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RatersTest {
  private static final int USERS = 200;

  /** Titles of one to all raters: some are kept as bits, some as lists alone. */
  @Property(tries = 50)
  void countsCommonRatersAsSetsDo(@ForAll long seed) {
    Random random = new Random(seed);
    int[] titles = new int[4 * USERS];
    int[] users = new int[4 * USERS];
    for (int i = 0; i < titles.length; i++) {
      titles[i] = (int) (8 * random.nextDouble() * random.nextDouble() * random.nextDouble());
      users[i] = random.nextInt(USERS);
    }
    RatingMatrix byTitle =
        RatingMatrix.of(8, USERS, titles, users, new float[titles.length], new long[titles.length]);
    Raters raters = new Raters(byTitle);

    for (int one = 0; one < 8; one++) {
      for (int other = 0; other < 8; other++) {
        Set<Integer> common = new HashSet<>(byTitle.columnsOf(one));
        common.retainAll(byTitle.columnsOf(other));
        assertThat(raters.common(one, other)).isEqualTo(common.size());
      }
    }
  }
}
