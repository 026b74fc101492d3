package org.reelhouse.recommend.links;

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
    SparseMatrix byTitle = SparseMatrix.of(8, USERS, titles, users, new float[titles.length]);
    Raters raters = new Raters(byTitle);

    for (int one = 0; one < 8; one++) {
      for (int other = 0; other < 8; other++) {
        Set<Integer> common = columns(byTitle, one);
        common.retainAll(columns(byTitle, other));
        assertThat(raters.common(one, other)).isEqualTo(common.size());
      }
    }
  }

  private static Set<Integer> columns(SparseMatrix matrix, int row) {
    Set<Integer> columns = new HashSet<>();
    for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
      columns.add(matrix.column(entry));
    }
    return columns;
  }
}
