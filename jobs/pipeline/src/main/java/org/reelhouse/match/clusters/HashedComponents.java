package org.reelhouse.match.clusters;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Connected components of a graph whose edges fit the driver as hashes of their ends, 16 bytes
 * each, by union-find. Vertices of one hash count as one, so that a component may hold several.
 */
public final class HashedComponents implements Serializable {
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
   */
  public static HashedComponents of(Dataset<Row> edges) {
    List<byte[]> chunks =
        edges
            .select(xxhash64(col("left")), xxhash64(col("right")))
            .mapPartitions((MapPartitionsFunction<Row, byte[]>) Chunks::new, Encoders.BINARY())
            .collectAsList();
    LongBuffer ends =
        LongBuffer.allocate(chunks.stream().mapToInt(chunk -> chunk.length / 8).sum());
    chunks.forEach(chunk -> ends.put(ByteBuffer.wrap(chunk).asLongBuffer()));
    return of(ends.array());
  }

  /** Of edges whose ends follow each other. */
  private static HashedComponents of(long[] ends) {
    HashedComponents components =
        new HashedComponents(Arrays.stream(ends).sorted().distinct().toArray());
    for (int i = 0; i < ends.length; i += 2) {
      components.join(ends[i], ends[i + 1]);
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
  public Column of(Column vertex) {
    return udf((UDF1<Long, Integer>) hash -> end(place(hash)), DataTypes.IntegerType)
        .apply(xxhash64(vertex));
  }

  /** Some vertices, whether they have edges or not, with all others of their components. */
  public LongSet reached(LongSet from) {
    BitSet reached = new BitSet();
    from.values()
        .mapToInt(this::place)
        .filter(place -> place >= 0)
        .forEach(p -> reached.set(end(p)));
    IntStream places = IntStream.range(0, vertices.length).filter(place -> reached.get(end(place)));
    return LongSet.of(LongStream.concat(places.mapToLong(place -> vertices[place]), from.values()));
  }

  /** Tasks share this, so that here nothing is written. */
  private int end(int place) {
    int at = place;
    while (parents[at] != at) {
      at = parents[at];
    }
    return at;
  }

  /** Edges on their way to the driver, many at a time: a row for each costs more than its ends. */
  private static final class Chunks implements Iterator<byte[]> {
    private static final int EDGES = 1 << 14;

    private final Iterator<Row> edges;

    Chunks(Iterator<Row> edges) {
      this.edges = edges;
    }

    @Override
    public boolean hasNext() {
      return edges.hasNext();
    }

    @Override
    public byte[] next() {
      ByteBuffer chunk = ByteBuffer.allocate(2 * Long.BYTES * EDGES);
      while (chunk.hasRemaining() && edges.hasNext()) {
        Row edge = edges.next();
        chunk.putLong(edge.getLong(0)).putLong(edge.getLong(1));
      }
      return Arrays.copyOf(chunk.array(), chunk.position());
    }
  }
}
