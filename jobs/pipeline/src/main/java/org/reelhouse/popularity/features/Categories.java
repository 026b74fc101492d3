package org.reelhouse.popularity.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The genres, languages and countries frequent enough among the training titles of one unit. */
public record Categories(List<String> genres, List<String> languages, List<String> countries) {
  private static final int GENRES = 30;
  private static final int LANGUAGES = 10;
  private static final int COUNTRIES = 15;

  /** In how many training titles a category must occur; fewer say nothing. */
  private static final int LEAST_TITLES = 10;

  /**
   * How often each category occurs in the training part; as many rows as there are categories.
   *
   * @param titles unit, training_value, genres, original_language and countries
   */
  public static Dataset<Row> counts(Dataset<Row> titles) {
    Column categories =
        concat(
            grouped("genre", col("genres")),
            grouped("language", array(col("original_language"))),
            grouped("country", col("countries")));
    return titles
        .where(col("training_value").isNotNull())
        .select(col("unit"), explode(categories).as("category"))
        .select("unit", "category.group", "category.name")
        .where(col("name").isNotNull())
        .groupBy("unit", "group", "name")
        .agg(count(lit(1)).as("titles"));
  }

  private static Column grouped(String group, Column names) {
    return coalesce(
        transform(names, name -> struct(lit(group).as("group"), name.as("name"))),
        array().cast("array<struct<group:string,name:string>>"));
  }

  /** The most frequent categories of one unit. */
  public static Categories of(String unit, List<Row> counts) {
    List<Row> ofUnit = counts.stream().filter(row -> unit.equals(row.getAs("unit"))).toList();
    return new Categories(
        most(ofUnit, "genre", GENRES),
        most(ofUnit, "language", LANGUAGES),
        most(ofUnit, "country", COUNTRIES));
  }

  private static List<String> most(List<Row> counts, String group, int limit) {
    return counts.stream()
        .filter(row -> group.equals(row.getAs("group")))
        .filter(row -> row.<Long>getAs("titles") >= LEAST_TITLES)
        .sorted(
            Comparator.<Row, Long>comparing(row -> row.<Long>getAs("titles"))
                .reversed()
                .thenComparing(row -> row.<String>getAs("name")))
        .limit(limit)
        .map(row -> row.<String>getAs("name"))
        .toList();
  }
}
