package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ratings in memory, row by row and by ascending column within: users by titles, or transposed.
 * Sixteen bytes a rating, plus the row starts. A cell holds one rating, the newest.
 */
final class RatingMatrix implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int columns;
  private final int[] starts;
  private final int[] column;
  private final float[] value;
  private final long[] time;

  private RatingMatrix(int columns, int[] starts, int[] column, float[] value, long[] time) {
    this.columns = columns;
    this.starts = starts;
    this.column = column;
    this.value = value;
    this.time = time;
  }

  /**
   * The matrix of cells given in any order; of two for one cell the newer counts, then the higher.
   *
   * @param time seconds since 1970, or 0 where unknown
   */
  static RatingMatrix of(
      int rows, int columns, int[] row, int[] column, float[] value, long[] time) {
    // By column first: the transposition then leaves the columns of each row in order.
    return grouped(
            /* rows= */ columns,
            /* columns= */ rows,
            /* row= */ column,
            /* column= */ row,
            value,
            time)
        .transposed()
        .newest();
  }

  private static RatingMatrix grouped(
      int rows, int columns, int[] row, int[] column, float[] value, long[] time) {
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
    long[] timeOf = new long[row.length];
    for (int i = 0; i < row.length; i++) {
      int place = next[row[i]]++;
      columnOf[place] = column[i];
      valueOf[place] = value[i];
      timeOf[place] = time[i];
    }
    return new RatingMatrix(columns, starts, columnOf, valueOf, timeOf);
  }

  private RatingMatrix newest() {
    boolean[] newest = new boolean[size()];
    for (int row = 0; row < rows(); row++) {
      int best = start(row);
      for (int entry = start(row); entry < end(row); entry++) {
        if (column[entry] != column[best] || isNewer(entry, best)) {
          newest[best] &= column[entry] != column[best];
          best = entry;
        }
        newest[best] = true;
      }
    }
    return where(entry -> newest[entry]);
  }

  private boolean isNewer(int entry, int other) {
    return time[entry] > time[other] || (time[entry] == time[other] && value[entry] > value[other]);
  }

  int rows() {
    return starts.length - 1;
  }

  int columns() {
    return columns;
  }

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

  long time(int entry) {
    return time[entry];
  }

  /** The entry of a cell, or a negative number if it is empty. */
  int find(int row, int wanted) {
    return Arrays.binarySearch(column, start(row), end(row), wanted);
  }

  /** The columns of a row's entries. */
  Set<Integer> columnsOf(int row) {
    return IntStream.range(start(row), end(row)).mapToObj(this::column).collect(Collectors.toSet());
  }

  /** The row of each entry. */
  int[] rowOfEntries() {
    int[] rowOf = new int[size()];
    for (int row = 0; row < rows(); row++) {
      Arrays.fill(rowOf, start(row), end(row), row);
    }
    return rowOf;
  }

  /** The chosen entries, in as many rows and columns. */
  RatingMatrix where(IntPredicate chosen) {
    int[] kept = IntStream.range(0, size()).filter(chosen).toArray();
    int[] starts = new int[this.starts.length];
    int[] column = new int[kept.length];
    float[] value = new float[kept.length];
    long[] time = new long[kept.length];
    int row = 0;
    for (int i = 0; i < kept.length; i++) {
      while (kept[i] >= end(row)) {
        starts[++row] = i;
      }
      column[i] = this.column[kept[i]];
      value[i] = this.value[kept[i]];
      time[i] = this.time[kept[i]];
    }
    Arrays.fill(starts, row + 1, starts.length, kept.length);
    return new RatingMatrix(columns, starts, column, value, time);
  }

  /** The entries of the first rows, in as many rows and columns. */
  RatingMatrix firstRows(int count) {
    int end = starts[Math.min(count, rows())];
    int[] starts = this.starts.clone();
    Arrays.setAll(starts, row -> Math.min(starts[row], end));
    return new RatingMatrix(
        columns,
        starts,
        Arrays.copyOf(column, end),
        Arrays.copyOf(value, end),
        Arrays.copyOf(time, end));
  }

  /** How many of the first rows together cost no more than asked for; at least one. */
  int rowsWithin(long most, IntToLongFunction cost) {
    int rows = 0;
    long sum = 0;
    while (rows < rows() && (sum += cost.applyAsLong(count(rows))) <= most) {
      rows++;
    }
    return Math.max(1, rows);
  }

  /** The same entries with other values. */
  RatingMatrix withValues(float[] values) {
    return new RatingMatrix(columns, starts, column, values, time);
  }

  /** Columns as rows. */
  RatingMatrix transposed() {
    return grouped(columns, rows(), column, rowOfEntries(), value, time);
  }
}
