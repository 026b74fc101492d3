package org.reelhouse.recommend.links;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A sparse matrix in memory, row by row and by ascending column within: users by titles, titles by
 * titles, or transposed. Eight bytes a cell, plus the row starts.
 */
public final class SparseMatrix implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int columns;
  private final int[] starts;
  private final int[] column;
  private final float[] value;

  private SparseMatrix(int columns, int[] starts, int[] column, float[] value) {
    this.columns = columns;
    this.starts = starts;
    this.column = column;
    this.value = value;
  }

  /** The matrix of entries given in any order; of two for one cell the higher counts. */
  public static SparseMatrix of(int rows, int columns, int[] row, int[] column, float[] value) {
    // By column first: the transposition then leaves the columns of each row in order.
    return grouped(
            /* rows= */ columns, /* columns= */ rows, /* row= */ column, /* column= */ row, value)
        .transposed()
        .distinct();
  }

  private static SparseMatrix grouped(
      int rows, int columns, int[] row, int[] column, float[] value) {
    int[] starts = new int[rows + 1];
    for (int one : row) {
      starts[one + 1]++;
    }
    for (int i = 0; i < rows; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] columnOf = new int[row.length];
    float[] valueOf = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      int place = next[row[i]]++;
      columnOf[place] = column[i];
      valueOf[place] = value[i];
    }
    return new SparseMatrix(columns, starts, columnOf, valueOf);
  }

  /** One entry of each cell. */
  private SparseMatrix distinct() {
    int[] ends = new int[starts.length];
    int[] columnOf = new int[size()];
    float[] valueOf = new float[size()];
    int place = 0;
    for (int row = 0; row < rows(); row++) {
      for (int entry = start(row); entry < end(row); entry++) {
        if (place > ends[row] && columnOf[place - 1] == column[entry]) {
          valueOf[place - 1] = Math.max(valueOf[place - 1], value[entry]);
        } else {
          columnOf[place] = column[entry];
          valueOf[place++] = value[entry];
        }
      }
      ends[row + 1] = place;
    }
    return place == size()
        ? this
        : new SparseMatrix(
            columns, ends, Arrays.copyOf(columnOf, place), Arrays.copyOf(valueOf, place));
  }

  int rows() {
    return starts.length - 1;
  }

  int columns() {
    return columns;
  }

  /** Cells that are filled. */
  int size() {
    return column.length;
  }

  /** The first entry of a row. */
  int start(int row) {
    return starts[row];
  }

  /** The entry behind the last of a row. */
  int end(int row) {
    return starts[row + 1];
  }

  int count(int row) {
    return end(row) - start(row);
  }

  int column(int entry) {
    return column[entry];
  }

  float value(int entry) {
    return value[entry];
  }

  /** The entry of a cell, or a negative number if it is empty. */
  int find(int row, int wanted) {
    return Arrays.binarySearch(column, start(row), end(row), wanted);
  }

  /** The same entries with other values. */
  SparseMatrix withValues(float[] values) {
    return new SparseMatrix(columns, starts, column, values);
  }

  /** Columns as rows. */
  SparseMatrix transposed() {
    int[] rowOf = new int[size()];
    for (int row = 0; row < rows(); row++) {
      Arrays.fill(rowOf, start(row), end(row), row);
    }
    return grouped(columns, rows(), column, rowOf, value);
  }
}
