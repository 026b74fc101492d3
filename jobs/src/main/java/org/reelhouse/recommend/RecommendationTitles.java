package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
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

  /** The rows of {@code gold.recommendation_title}. */
  static Dataset<Row> rows(Models models, Dataset<Row> observations, Dataset<Row> numbered) {
    return Candidates.given(observations)
        .join(numbered.select("title", "title_id"), "title")
        .join(
            models.ranking().itemFactors().toDF("title", "factors"), new String[] {"title"}, "left")
        .join(
            models.rating().factors().itemFactors().toDF("title", "rating_factors"),
            new String[] {"title"},
            "left")
        .withColumn("tells", tells(models.catalogue()).apply(col("title")))
        .withColumnRenamed("title", "number");
  }

  private static UserDefinedFunction tells(Broadcast<Catalogue> catalogue) {
    UDF1<Integer, Row[]> tells = number -> tells(catalogue.value(), number);
    return udf(tells, DataType.fromDDL(TELLS)).asNonNullable();
  }

  private static Row[] tells(Catalogue catalogue, int number) {
    Titles titles = catalogue.titles();
    Integer position = titles.position(number);
    Links.To told = position == null ? TitleLinks.NOTHING : catalogue.links().toldBy(position);
    return IntStream.range(0, told.size())
        .mapToObj(i -> RowFactory.create(titles.number(told.row(i)), told.weight(i)))
        .toArray(Row[]::new);
  }

  /** The links as they were saved. */
  static TitleLinks links(List<Row> saved, Titles titles) {
    Links.To[] toldBy = new Links.To[titles.rated()];
    Arrays.fill(toldBy, TitleLinks.NOTHING);
    for (Row row : saved) {
      Integer position = titles.position(row.<Integer>getAs("title"));
      if (position != null) {
        toldBy[position] = told(row.getList(row.fieldIndex("tells")), titles);
      }
    }
    return TitleLinks.of(new Links(List.of(toldBy)), toldBy.length);
  }

  private static Links.To told(List<Row> tells, Titles titles) {
    List<Row> known = tells.stream().filter(to -> titles.position(to.getInt(0)) != null).toList();
    int[] positions = new int[known.size()];
    float[] weights = new float[known.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = Objects.requireNonNull(titles.position(known.get(i).getInt(0)));
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
