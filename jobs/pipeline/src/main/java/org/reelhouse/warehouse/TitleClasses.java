package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.reelhouse.reference.Countries;
import org.reelhouse.reference.Languages;

/** The genres, countries and languages that titles are classed by. */
final class TitleClasses {
  private static final UserDefinedFunction COUNTRY_NAME = text(Countries::name);
  private static final UserDefinedFunction COUNTRY_REGION = text(Countries::region);
  private static final UserDefinedFunction LANGUAGE_NAME = text(Languages::name);

  private TitleClasses() {}

  /** Identifier, genres, countries and original language of each title. */
  static Dataset<Row> of(Dataset<Row> titles) {
    return titles.select(
        col("title_id"),
        array_distinct(col("genres")).as("genres"),
        array_distinct(col("countries")).as("countries"),
        col("original_language").as("language"));
  }

  /** The rows of {@code gold.bridge_title_genre}. */
  static Dataset<Row> titleGenres(Dataset<Row> classes) {
    return classes.select(col("title_id"), explode(col("genres")).as("genre"));
  }

  /** The rows of {@code gold.bridge_title_country}. */
  static Dataset<Row> titleCountries(Dataset<Row> classes) {
    return classes.select(col("title_id"), explode(col("countries")).as("country"));
  }

  /** The rows of {@code gold.dim_country}. */
  static Dataset<Row> countries(Dataset<Row> classes) {
    Column code = col("country");
    return counted(classes.transform(TitleClasses::titleCountries), "country")
        .withColumn("name", coalesce(COUNTRY_NAME.apply(code), code))
        .withColumn("region", coalesce(COUNTRY_REGION.apply(code), lit("Other")));
  }

  /** The rows of {@code gold.dim_language}. */
  static Dataset<Row> languages(Dataset<Row> classes) {
    Column code = col("language");
    return counted(classes.filter(code.isNotNull()), "language")
        .withColumn("name", coalesce(LANGUAGE_NAME.apply(code), code));
  }

  private static Dataset<Row> counted(Dataset<Row> rows, String by) {
    return rows.groupBy(by).agg(count(lit(1)).as("titles"));
  }

  private static UserDefinedFunction text(UDF1<String, String> function) {
    return udf(function, DataTypes.StringType);
  }
}
