package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.reelhouse.recommend.ExactSums.exactSum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.recommend.Candidate.Given;

/**
 * Chooses the rated titles that can be recommended; their number is bounded, so the driver holds
 * them.
 *
 * @param numbered number and title_id of each rated title, as {@link Observations#titles}
 * @param titles all titles that can be recommended; waited for where they are needed first
 * @param most rated titles to take
 */
record Candidates(Dataset<Row> numbered, Catalogue.Shared titles, int most) {

  /** The most-rated titles with their factors, among all titles. */
  Catalogue catalogue(Dataset<Row> observations, ALSModel ranking) {
    return catalogue(
        mostRated(observations)
            .join(ranking.itemFactors().toDF("title", "factors"), "title")
            .collectAsList(),
        ranking.rank());
  }

  /** The titles of some rows of title, factors and given, among all titles. */
  Catalogue catalogue(List<Row> rated, int rank) {
    return new Catalogue(titles, rated.stream().map(Candidates::candidate).toList(), rank);
  }

  /** title, title_id, ratings and given of the most-rated titles. */
  Dataset<Row> mostRated(Dataset<Row> observations) {
    return given(observations)
        .join(numbered.select("title", "title_id"), "title")
        .orderBy(col("ratings").desc(), col("title_id"))
        .limit(most);
  }

  /** title, ratings and given (source, count, sum of each source) of each rated title. */
  static Dataset<Row> given(Dataset<Row> observations) {
    return observations
        .groupBy("title", "source")
        .agg(count(lit(1)).as("count"), exactSum(col("rating")).as("sum"))
        .groupBy("title")
        .agg(
            sum("count").as("ratings"),
            sort_array(collect_list(struct(col("source"), col("count"), col("sum")))).as("given"));
  }

  /** A row of title, factors and given. */
  static Candidate candidate(Row row) {
    Map<String, Given> given = new LinkedHashMap<>();
    for (Row source : row.<Row>getList(row.fieldIndex("given"))) {
      given.put(source.getString(0), new Given(source.getLong(1), source.getDouble(2)));
    }
    return new Candidate(
        row.<Integer>getAs("title"), Objects.requireNonNull(Vector.read(row, "factors")), given);
  }
}
