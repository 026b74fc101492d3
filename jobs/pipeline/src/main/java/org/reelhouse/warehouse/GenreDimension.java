package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.lake.Lake;
import org.reelhouse.reference.Genres;

/** The rows of {@code gold.dim_genre}. */
final class GenreDimension {
  private static final StructType GENRE_AND_PARENT =
      StructType.fromDDL("genre STRING, parent STRING");

  private GenreDimension() {}

  /** Every genre of the taxonomy, also those without titles, which may be parents. */
  static Dataset<Row> of(Lake lake, Dataset<Row> titleGenres) {
    return lake.frame(taxonomy(), GENRE_AND_PARENT)
        .join(
            titleGenres.groupBy("genre").agg(count(lit(1)).as("titles")),
            new String[] {"genre"},
            "full")
        .withColumn("titles", coalesce(col("titles"), lit(0L)));
  }

  private static List<Row> taxonomy() {
    return Genres.all().stream()
        .map(genre -> RowFactory.create(genre, Genres.parent(genre).orElse(null)))
        .toList();
  }
}
