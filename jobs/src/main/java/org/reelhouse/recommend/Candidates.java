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
import java.util.stream.Stream;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.config.RecommendSettings;
import org.reelhouse.recommend.Candidate.Given;

/**
 * Chooses the titles that can be recommended; their number is bounded, so the driver holds them.
 *
 * @param titles number and title_id of each rated title, as {@link Observations#titles}
 * @param unrated titles that nobody rated, for users who have rated all others
 * @param most rated titles to take
 */
record Candidates(Dataset<Row> titles, List<Candidate> unrated, int most) {

  /**
   * Candidates of a catalogue.
   *
   * @param catalogue all titles, as silver.title
   */
  static Candidates of(Dataset<Row> titles, Dataset<Row> catalogue, RecommendSettings settings) {
    List<Candidate> unrated =
        catalogue
            .join(titles.select("title_id"), new String[] {"title_id"}, "left_anti")
            .orderBy(col("votes").desc_nulls_last(), col("title_id"))
            .limit(settings.perUser())
            .select("title_id")
            .collectAsList()
            .stream()
            .map(row -> Candidate.unrated(row.getString(0)))
            .toList();
    return new Candidates(titles, unrated, settings.candidates());
  }

  /** The most-rated titles with their factors, and those that nobody rated. */
  Catalogue catalogue(Dataset<Row> observations, ALSModel ranking) {
    List<Row> rated =
        mostRated(observations, titles, most)
            .join(ranking.itemFactors().toDF("title", "factors"), "title")
            .collectAsList();
    return new Catalogue(
        Stream.concat(rated.stream().map(Candidates::candidate), unrated.stream()).toList(),
        ranking.rank());
  }

  private static Dataset<Row> mostRated(Dataset<Row> observations, Dataset<Row> titles, int most) {
    return observations
        .groupBy("title", "source")
        .agg(count(lit(1)).as("count"), exactSum(col("rating")).as("sum"))
        .groupBy("title")
        .agg(
            sum("count").as("ratings"),
            sort_array(collect_list(struct(col("source"), col("count"), col("sum")))).as("given"))
        .join(titles, "title")
        .orderBy(col("ratings").desc(), col("title_id"))
        .limit(most);
  }

  private static Candidate candidate(Row row) {
    Map<String, Given> given = new LinkedHashMap<>();
    for (Row source : row.<Row>getList(row.fieldIndex("given"))) {
      given.put(source.getString(0), new Given(source.getLong(1), source.getDouble(2)));
    }
    return new Candidate(
        row.getAs("title_id"), row.<Integer>getAs("title"), Vector.read(row, "factors"), given);
  }
}
