package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RatingMatrixTest {
  private static RatingMatrix matrix(int[] user, int[] title, float[] value, long[] time) {
    return RatingMatrix.of(10, 10, user, title, value, time);
  }

  private static Set<String> cells(RatingMatrix matrix, boolean transposed) {
    Set<String> cells = new TreeSet<>();
    for (int row = 0; row < matrix.rows(); row++) {
      for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
        int column = matrix.column(entry);
        cells.add(transposed ? column + " " + row : row + " " + column);
      }
    }
    return cells;
  }

  @Test
  void keepsTheNewestRatingOfACell() {
    RatingMatrix matrix =
        matrix(
            new int[] {1, 1, 1, 0},
            new int[] {3, 3, 3, 4},
            new float[] {2, 5, 4, 1},
            new long[] {7, 9, 8, 0});

    assertThat(matrix.size()).isEqualTo(2);
    assertThat(matrix.value(matrix.find(1, 3))).isEqualTo(5);
    assertThat(matrix.find(1, 4)).isNegative();
  }

  @Property(tries = 200)
  void holdsTheSameCellsTransposedAndInParts(
      @ForAll @Size(30) int[] seeds, @ForAll @IntRange(min = 0, max = 9) int cut) {
    int[] user = new int[seeds.length];
    int[] title = new int[seeds.length];
    for (int i = 0; i < seeds.length; i++) {
      user[i] = Math.floorMod(seeds[i], 10);
      title[i] = Math.floorMod(seeds[i] / 10, 10);
    }
    RatingMatrix matrix = matrix(user, title, new float[seeds.length], new long[seeds.length]);
    Fold parts = Fold.split(matrix, entry -> matrix.column(entry) < cut);

    assertThat(cells(matrix.transposed(), true)).isEqualTo(cells(matrix, false));
    Set<String> both = cells(parts.training(), false);
    both.addAll(cells(parts.test(), false));
    assertThat(both).isEqualTo(cells(matrix, false));
    assertThat(parts.training().size() + parts.test().size()).isEqualTo(matrix.size());
  }

  @Test
  void takesTheFirstRowsThatCostNoMoreThanAskedFor() {
    RatingMatrix matrix =
        matrix(
            new int[] {0, 0, 1, 1, 1, 2},
            new int[] {1, 2, 1, 2, 3, 9},
            new float[] {1, 2, 3, 4, 5, 6},
            new long[6]);

    assertThat(matrix.rowsWithin(12, ratings -> (long) ratings * ratings)).isEqualTo(1);
    assertThat(matrix.rowsWithin(13, ratings -> (long) ratings * ratings)).isEqualTo(2);
    assertThat(matrix.rowsWithin(1000, ratings -> ratings)).isEqualTo(10);

    RatingMatrix first = matrix.firstRows(2);
    assertThat(first.rows()).isEqualTo(10);
    assertThat(cells(first, false)).containsExactly("0 1", "0 2", "1 1", "1 2", "1 3");
    assertThat(first.value(first.find(1, 3))).isEqualTo(5);
    assertThat(first.count(2)).isZero();
  }
}
