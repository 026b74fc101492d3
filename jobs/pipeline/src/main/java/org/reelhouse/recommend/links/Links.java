package org.reelhouse.recommend.links;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * For each row the rows that have an influence on it, such as titles that the same users rate.
 *
 * @param of for each row its links, the strongest first where the rule sorts them
 */
public record Links(List<To> of) implements Serializable {
  /** Slices of the rows; many, because the popular rows cost most and lie anywhere. */
  private static final int SLICES = 32;

  /** The links of one row: the rows it is linked to, and their weights. */
  public static final class To implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] rows;
    private final float[] weights;

    public To(int[] rows, float[] weights) {
      this.rows = rows;
      this.weights = weights;
    }

    public int size() {
      return rows.length;
    }

    public int row(int place) {
      return rows[place];
    }

    public float weight(int place) {
      return weights[place];
    }
  }

  /** How links are found. */
  interface Rule extends Serializable {
    /** Finds the links of one row after the other; used by one thread alone. */
    IntFunction<To> finder();
  }

  /** The links of all rows, found by all executors, each of which holds the rule. */
  static Links find(SparkSession spark, int rows, Rule rule) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Rule> shared = context.broadcast(rule);
    return new Links(
        context
            .parallelize(IntStream.range(0, rows).boxed().toList(), SLICES)
            .mapPartitions(
                part -> {
                  IntFunction<To> finder = shared.value().finder();
                  Iterable<Integer> some = () -> part;
                  return StreamSupport.stream(some.spliterator(), false)
                      .map(finder::apply)
                      .iterator();
                })
            .collect());
  }

  /** For each row the rows that it is a link of, with the weights. */
  SparseMatrix reversed(int rows) {
    int size = of.stream().mapToInt(To::size).sum();
    int[] from = new int[size];
    int[] to = new int[size];
    float[] weight = new float[size];
    int place = 0;
    for (int row = 0; row < rows; row++) {
      To links = of.get(row);
      for (int i = 0; i < links.size(); i++, place++) {
        from[place] = links.row(i);
        to[place] = row;
        weight[place] = links.weight(i);
      }
    }
    return SparseMatrix.of(rows, rows, from, to, weight);
  }
}
