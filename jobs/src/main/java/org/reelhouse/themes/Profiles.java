package org.reelhouse.themes;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Adds up the vectors of each theme, exactly: in whole millionths of millionths. */
final class Profiles {
  private static final double UNIT = 1e-12;

  /** Stands in the place of a term for the number of titles. */
  private static final int TITLES = -1;

  private static final StructType SUMMAND =
      new StructType()
          .add("theme", DataTypes.IntegerType)
          .add("term", DataTypes.IntegerType)
          .add("amount", DataTypes.LongType);

  private Profiles() {}

  /**
   * Theme number to profile; themes without titles are absent.
   *
   * @param clustered prediction and features of each title
   * @param terms size of the vocabulary
   */
  static Map<Integer, Profile> of(Dataset<Row> clustered, int terms) {
    Map<Integer, double[]> sums = new TreeMap<>();
    Map<Integer, Long> titles = new TreeMap<>();
    clustered
        .flatMap((FlatMapFunction<Row, Row>) row -> summands(row).iterator(), Encoders.row(SUMMAND))
        .groupBy("theme", "term")
        .agg(sum(col("amount")).as("amount"))
        .collectAsList()
        .forEach(
            row -> {
              if (row.getInt(1) == TITLES) {
                titles.put(row.getInt(0), row.getLong(2));
              } else {
                sums.computeIfAbsent(row.getInt(0), theme -> new double[terms])[row.getInt(1)] =
                    row.getLong(2) * UNIT;
              }
            });
    Map<Integer, Profile> profiles = new TreeMap<>();
    sums.forEach(
        (theme, sum) ->
            profiles.put(theme, new Profile(titles.getOrDefault(theme, 0L), Vectors.dense(sum))));
    return profiles;
  }

  private static List<Row> summands(Row title) {
    int theme = title.getAs("prediction");
    Vector features = title.getAs("features");
    List<Row> summands = new ArrayList<>();
    summands.add(RowFactory.create(theme, TITLES, 1L));
    features.foreachNonZero(
        (term, weight) -> {
          summands.add(RowFactory.create(theme, term, Math.round((double) weight / UNIT)));
          return scala.runtime.BoxedUnit.UNIT;
        });
    return summands;
  }
}
