package org.reelhouse.recommend.catalogue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.reelhouse.recommend.observations.ExactSums.exactSum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.recommend.catalogue.RatedTitle.RatingSum;

/** The rated titles among those that can be recommended; their number is bounded. */
public final class RatedTitles {
  private RatedTitles() {}

  /** The catalogue of titles as they were rated. */
  public static Catalogue catalogue(Dataset<Row> observations, Catalogue.Shared titles) {
    if (titles.get().rated() == 0) { // Titles must be known before executors ask.
      return catalogue(List.of(), titles);
    }
    List<Row> rated =
        ratedTitles(observations)
            .select("title", "ratings_by_source")
            .filter((FilterFunction<Row>) title -> titles.get().position(title.getInt(0)) != null)
            .collectAsList();
    return catalogue(rated, titles);
  }

  /** The same of rows of title and ratings_by_source. */
  public static Catalogue catalogue(List<Row> rated, Catalogue.Shared titles) {
    return new Catalogue(titles, rated.stream().map(RatedTitles::candidate).toList());
  }

  /** title, ratings and ratings_by_source (source, count, sum) of each rated title. */
  public static Dataset<Row> ratedTitles(Dataset<Row> observations) {
    return observations
        .groupBy("title", "source")
        .agg(count(lit(1)).as("count"), exactSum(col("rating")).as("sum"))
        .groupBy("title")
        .agg(
            sum("count").as("ratings"),
            sort_array(collect_list(struct(col("source"), col("count"), col("sum"))))
                .as("ratings_by_source"));
  }

  private static RatedTitle candidate(Row row) {
    Map<String, RatingSum> bySource = new LinkedHashMap<>();
    for (Row source : row.<Row>getList(row.fieldIndex("ratings_by_source"))) {
      bySource.put(source.getString(0), new RatingSum(source.getLong(1), source.getDouble(2)));
    }
    return new RatedTitle(row.<Integer>getAs("title"), bySource);
  }
}
