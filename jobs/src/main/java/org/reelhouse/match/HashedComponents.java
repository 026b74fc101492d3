package org.reelhouse.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Connected components of a graph whose edges fit the driver as hashes of their ends, 16 bytes
 * each, by union-find. Vertices of one hash count as one, so that a component may hold several.
 */
final class HashedComponents implements Serializable {
  private static final long serialVersionUID = 1;

  /** Sorted. */
  private final long[] vertices;

  /** Of each vertex the place of another of its component, itself at last. */
  private final int[] parents;

  private HashedComponents(long[] vertices) {
    this.vertices = vertices;
    this.parents = new int[vertices.length];
    Arrays.setAll(parents, place -> place);
  }

  /**
   * The components of a graph.
   *
   * @param edges {@code left}, {@code right}
   * @param count how many
   */
  static HashedComponents of(Dataset<Row> edges, int count) {
    long[] lefts = new long[count];
    long[] rights = new long[count];
    Iterator<Row> rows =
        edges.select(xxhash64(col("left")), xxhash64(col("right"))).toLocalIterator();
    for (int i = 0; rows.hasNext(); i++) {
      Row row = rows.next();
      lefts[i] = row.getLong(0);
      rights[i] = row.getLong(1);
    }
    HashedComponents components =
        new HashedComponents(
            LongStream.concat(Arrays.stream(lefts), Arrays.stream(rights))
                .sorted()
                .distinct()
                .toArray());
    for (int i = 0; i < count; i++) {
      components.join(lefts[i], rights[i]);
    }
    return components;
  }

  private void join(long left, long right) {
    int one = root(place(left));
    int other = root(place(right));
    parents[Math.max(one, other)] = Math.min(one, other);
  }

  private int place(long vertex) {
    return Arrays.binarySearch(vertices, vertex);
  }

  private int root(int place) {
    int at = place;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** The number of the component in which a vertex is. */
  Column of(Column vertex) {
    return udf((UDF1<Long, Integer>) hash -> end(place(hash)), DataTypes.IntegerType)
        .apply(xxhash64(vertex));
  }

  /** Tasks share this, so that here nothing is written. */
  private int end(int place) {
    int at = place;
    while (parents[at] != at) {
      at = parents[at];
    }
    return at;
  }
}
