package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.mode;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.config.Settings;

/** The people of casts and crews, across sources. */
final class People {
  private People() {}

  /** The sources whose person identifiers are TMDB's: those of a dataset in a TMDB format. */
  static Set<String> tmdbSources(Settings settings) {
    return settings.sources().entrySet().stream()
        .filter(
            source ->
                source.getValue().datasets().values().stream()
                    .anyMatch(dataset -> dataset.format().startsWith("tmdb-")))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * One row for each title, person and role with the credit that is billed first ({@code lead}) and
   * the number of {@code credits} folded into it.
   *
   * <p>A person is who TMDB says. A name without a TMDB identifier is the TMDB person of that name
   * if there is exactly one, else a person of its own.
   */
  static Dataset<Row> parts(
      Dataset<Row> credits, Dataset<Row> titleSources, Set<String> tmdbSources) {
    Dataset<Row> named = named(credits, tmdbSources);
    return named
        .join(named.transform(People::namesakes), "name_key", "left")
        .join(
            titleSources.select("source", "source_id", "title_id"),
            new String[] {"source", "source_id"})
        .groupBy(col("title_id"), personId().as("person_id"), col("part").as("role"))
        .agg(min(billing()).as("lead"), count(lit(1)).as("credits"));
  }

  /** The rows of {@code gold.bridge_title_person}. */
  static Dataset<Row> bridge(Dataset<Row> parts) {
    return parts.select(
        col("title_id"),
        col("person_id"),
        col("role"),
        col("lead.character").as("character"),
        col("lead.position").as("position"));
  }

  /** The rows of {@code gold.dim_person}: the most frequent spelling, TMDB's where it has one. */
  static Dataset<Row> dimension(Dataset<Row> parts) {
    Column name = col("lead.name");
    return parts
        .groupBy("person_id")
        .agg(
            coalesce(mode(when(not(col("lead.foreign")), name), true), mode(name, true)).as("name"),
            count_distinct(col("title_id")).as("titles"));
  }

  private static Dataset<Row> named(Dataset<Row> credits, Set<String> tmdbSources) {
    return credits.select(
        col("source"),
        col("source_id"),
        when(col("role").equalTo("cast"), col("role"))
            .otherwise(coalesce(col("job"), col("department"), col("role")))
            .as("part"),
        col("position"),
        col("character"),
        col("name"),
        PersonNames.key(col("name")).as("name_key"),
        when(col("source").isInCollection(tmdbSources), col("person_id")).as("tmdb_id"));
  }

  /** Name key and TMDB identifier of the names that exactly one TMDB person has. */
  private static Dataset<Row> namesakes(Dataset<Row> named) {
    return named
        .filter(col("tmdb_id").isNotNull())
        .groupBy("name_key")
        .agg(min("tmdb_id").as("only_id"), max("tmdb_id").as("other_id"))
        .filter(col("only_id").equalTo(col("other_id")))
        .drop("other_id");
  }

  private static Column personId() {
    Column tmdb = coalesce(col("tmdb_id"), col("only_id"));
    return when(tmdb.isNotNull(), concat(lit("tmdb:"), tmdb))
        .otherwise(concat(lit("name:"), col("name_key")));
  }

  /** Orders credits by billing; of equals, the one that names the character. */
  private static Column billing() {
    return struct(
        col("position"),
        col("character").isNull().as("silent"),
        col("character"),
        col("tmdb_id").isNull().as("foreign"),
        col("name"));
  }
}
