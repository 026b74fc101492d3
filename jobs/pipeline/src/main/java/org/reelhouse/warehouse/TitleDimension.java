package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.size;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Silver;

/** The rows of {@code gold.dim_title}. */
final class TitleDimension {
  private TitleDimension() {}

  /**
   * Golden records with what dashboards ask of a title.
   *
   * @param rated number and mean of the ratings by title
   */
  static Dataset<Row> of(Dataset<Row> titles, Dataset<Row> rated) {
    return titles
        .select(Stream.concat(unchanged(), derived()).toArray(Column[]::new))
        .join(rated, "title_id", "left")
        .withColumn("ratings", coalesce(col("ratings"), lit(0L)));
  }

  private static Stream<Column> unchanged() {
    List<String> silver = Arrays.asList(Silver.TITLE.schema().fieldNames());
    return Arrays.stream(Gold.DIM_TITLE.schema().fieldNames())
        .filter(silver::contains)
        .map(name -> col(name));
  }

  private static Stream<Column> derived() {
    Column year = col("release_year");
    Column ids = col("external_ids");
    return Stream.of(
        year.minus(pmod(year, lit(10))).as("decade"),
        ids.getItem("imdb").as("imdb_id"),
        coalesce(ids.getItem("tmdb"), ids.getItem("tmdb_tv")).as("tmdb_id"),
        ids.getItem("mal").as("mal_id"),
        size(col("sources")).as("source_count"));
  }
}
