package org.reelhouse.normalize.merge;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the titles that records name by platform, title and year. */
public final class NamedTitles {
  private NamedTitles() {}

  /**
   * The drafts with a title key each. A record that names several titles stands once for each; one
   * that names none has a key of its own and will be an orphan.
   */
  public static Dataset<Row> resolved(Dataset<Row> drafts) {
    Dataset<Row> keyed = drafts.filter(col("title_key").isNotNull());
    Dataset<Row> naming = drafts.filter(col("title_key").isNull().and(col("name_key").isNotNull()));
    Dataset<Row> names =
        keyed
            .filter(col("name_key").isNotNull())
            .select(col("name_key").as("name"), col("title_key").as("key"))
            .distinct();
    Dataset<Row> found =
        naming
            .join(names, col("name_key").equalTo(col("name")), "left")
            .withColumn("title_key", coalesce(col("key"), concat(lit("?"), col("name_key"))))
            .drop("name", "key");
    return keyed.union(found);
  }
}
