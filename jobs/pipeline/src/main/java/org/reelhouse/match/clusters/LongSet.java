package org.reelhouse.match.clusters;

import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Whole numbers that travel to the executors: eight bytes each. */
public final class LongSet implements LongPredicate, Serializable {
  /** No numbers. */
  public static final LongSet NONE = new LongSet(new long[0]);

  private static final long serialVersionUID = 1;

  private final long[] sorted;

  private LongSet(long[] sorted) {
    this.sorted = sorted;
  }

  public static LongSet of(Collection<Long> values) {
    return of(values.stream().mapToLong(Long::longValue));
  }

  public static LongSet of(LongStream values) {
    return new LongSet(values.sorted().distinct().toArray());
  }

  /** The values of a data frame, or nothing if they are more than some number. */
  public static Optional<LongSet> ofAtMost(int most, Dataset<Long> values) {
    List<Long> all = values.limit(most + 1).collectAsList();
    return all.size() > most ? Optional.empty() : Optional.of(of(all));
  }

  /** The numbers of both. */
  public LongSet with(LongSet others) {
    return of(LongStream.concat(values(), others.values()));
  }

  /** The numbers, the least first. */
  LongStream values() {
    return Arrays.stream(sorted);
  }

  public int size() {
    return sorted.length;
  }

  public boolean isEmpty() {
    return sorted.length == 0;
  }

  @Override
  public boolean test(long value) {
    return Arrays.binarySearch(sorted, value) >= 0;
  }

  /** Whether the value of a column, which is never null, is among these. */
  public Column contains(Column value) {
    return udf((UDF1<Long, Boolean>) this::test, DataTypes.BooleanType).apply(value);
  }
}
