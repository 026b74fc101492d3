package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.RecommendSettings;
import org.reelhouse.lake.Gold;
import org.reelhouse.lake.Lake;

/**
 * The rated titles as the models of the last run know them: all that it takes to recommend to some
 * users without fitting or reading the ratings of others.
 */
final class RecommendationTitles {
  private static final String TELLS = "ARRAY<STRUCT<number: INT, weight: FLOAT>>";

  private RecommendationTitles() {}

  /**
   * The rows of {@code gold.recommendation_title}.
   *
   * @param ranking the version that serves everybody, or the first of two
   */
  static Dataset<Row> rows(
      RankingVersion ranking,
      RatingModel rating,
      Dataset<Row> observations,
      Dataset<Row> numbered) {
    return Candidates.given(observations)
        .join(numbered.select("title", "title_id"), "title")
        .join(ranking.factors(), new String[] {"title"}, "left")
        .join(
            rating.factors().itemFactors().toDF("title", "rating_factors"),
            new String[] {"title"},
            "left")
        .withColumn("tells", tells(ranking.catalogue()).apply(col("title")))
        .withColumnRenamed("title", "number");
  }

  private static UserDefinedFunction tells(Broadcast<Catalogue> catalogue) {
    UDF1<Integer, Row[]> tells = number -> tells(catalogue.value(), number);
    return udf(tells, DataType.fromDDL(TELLS)).asNonNullable();
  }

  private static Row[] tells(Catalogue catalogue, int number) {
    Links.To told = catalogue.toldBy(number);
    return IntStream.range(0, told.size())
        .mapToObj(i -> RowFactory.create(catalogue.titles().number(told.row(i)), told.weight(i)))
        .toArray(Row[]::new);
  }

  /**
   * The links as they were saved.
   *
   * @param saved rows of title and tells
   * @param number of the title that an element of tells names; empty where it is not known
   */
  static TitleLinks links(List<Row> saved, Titles titles, Function<Row, @Nullable Integer> number) {
    Function<Row, @Nullable Integer> place =
        tell -> {
          Integer told = number.apply(tell);
          return told == null ? null : titles.position(told);
        };
    Links.To[] toldBy = new Links.To[titles.rated()];
    Arrays.fill(toldBy, TitleLinks.NOTHING);
    for (Row row : saved) {
      Integer position = titles.position(row.<Integer>getAs("title"));
      if (position != null) {
        toldBy[position] = told(row.getList(row.fieldIndex("tells")), place);
      }
    }
    return TitleLinks.of(new Links(List.of(toldBy)), toldBy.length);
  }

  private static Links.To told(List<Row> tells, Function<Row, @Nullable Integer> place) {
    List<Row> known = tells.stream().filter(tell -> place.apply(tell) != null).toList();
    int[] positions = new int[known.size()];
    float[] weights = new float[known.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = Objects.requireNonNull(place.apply(known.get(i)));
      weights[i] = known.get(i).getFloat(1);
    }
    return new Links.To(positions, weights);
  }

  /** title_id, ratings and number of each, as {@link Observations#titles}. */
  static Dataset<Row> numbered(Lake lake) {
    return lake.read(Gold.RECOMMENDATION_TITLE)
        .select(col("title_id"), col("ratings"), col("number").as("title"));
  }

  /** Those most rated, with number as title. */
  static List<Row> mostRated(Lake lake, RecommendSettings settings) {
    return lake.read(Gold.RECOMMENDATION_TITLE)
        .where(col("factors").isNotNull().and(col("rating_factors").isNotNull()))
        .orderBy(col("ratings").desc(), col("title_id"))
        .limit(settings.candidates())
        .withColumnRenamed("number", "title")
        .collectAsList();
  }
}
