package org.reelhouse.lake;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Keys of groups that are found by sorting: of window functions, of groups given to Java, and of
 * aggregates that keep texts.
 */
public final class GroupKeys {
  private GroupKeys() {}

  /**
   * The keys with their hash in front. Spark's sort compares whole rows only where the first eight
   * bytes of the first key are equal, which they are for identifiers that begin with their source.
   */
  public static Column[] hashedFirst(Column... keys) {
    return Stream.concat(Stream.of(functions.xxhash64(keys)), Arrays.stream(keys))
        .toArray(Column[]::new);
  }
}
