package org.reelhouse.recommend.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SparseMatrixTest {
  private static Set<String> cells(SparseMatrix matrix, boolean transposed) {
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
  void keepsOneEntryOfACell() {
    SparseMatrix matrix =
        SparseMatrix.of(
            10, 10, new int[] {1, 1, 1, 0}, new int[] {3, 3, 3, 4}, new float[] {2, 5, 4, 1});

    assertThat(matrix.size()).isEqualTo(2);
    assertThat(matrix.value(matrix.find(1, 3))).isEqualTo(5);
    assertThat(matrix.find(1, 4)).isNegative();
  }

  @Property(tries = 200)
  void holdsTheSameCellsTransposed(@ForAll @Size(30) int[] seeds) {
    int[] row = new int[seeds.length];
    int[] column = new int[seeds.length];
    Set<String> given = new TreeSet<>();
    for (int i = 0; i < seeds.length; i++) {
      row[i] = Math.floorMod(seeds[i], 10);
      column[i] = Math.floorMod(seeds[i] / 10, 10);
      given.add(row[i] + " " + column[i]);
    }
    SparseMatrix matrix = SparseMatrix.of(10, 10, row, column, new float[seeds.length]);

    assertThat(cells(matrix, false)).isEqualTo(given);
    assertThat(cells(matrix.transposed(), true)).isEqualTo(given);
    assertThat(matrix.size()).isEqualTo(given.size());
  }

  @Test
  void countsTheEntriesOfARow() {
    SparseMatrix matrix =
        SparseMatrix.of(
            10,
            10,
            new int[] {0, 0, 1, 1, 1, 2},
            new int[] {1, 2, 1, 2, 3, 9},
            new float[] {1, 2, 3, 4, 5, 6});

    assertThat(matrix.rows()).isEqualTo(10);
    assertThat(matrix.count(1)).isEqualTo(3);
    assertThat(matrix.value(matrix.find(1, 3))).isEqualTo(5);
    assertThat(matrix.count(3)).isZero();
    assertThat(matrix.withValues(new float[6]).value(matrix.find(1, 3))).isZero();
  }
}
