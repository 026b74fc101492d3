package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
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
import org.reelhouse.lake.GroupKeys;

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
        .join(named.transform(People::namesakes).hint("shuffle_hash"), "name_key", "left")
        .join(
            titleSources.select("source", "source_id", "title_id"),
            new String[] {"source", "source_id"})
        .repartition(col("title_id")) // else each side of the shuffle sorts
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
    Dataset<Row> together =
        parts
            .select(
                col("person_id"),
                col("title_id"),
                col("lead.name").as("name"),
                col("lead.foreign").as("foreign"))
            .repartition(col("person_id"));
    return names(together).join(titles(together).hint("shuffle_hash"), "person_id");
  }

  /** Of spellings equally frequent, the first by the alphabet. */
  private static Dataset<Row> names(Dataset<Row> together) {
    Column tmdbs = col("of_tmdb").gt(0);
    Column frequent =
        struct(
            negate(col("of_tmdb")).as("of_tmdb"),
            when(tmdbs, 0L).otherwise(negate(col("uses"))).as("uses"),
            col("name"));
    return together
        .groupBy("person_id", "name")
        .agg(count(lit(1)).as("uses"), count_if(not(col("foreign"))).as("of_tmdb"))
        .groupBy(GroupKeys.hashedFirst(col("person_id")))
        .agg(min(frequent).getField("name").as("name"))
        .select("person_id", "name");
  }

  private static Dataset<Row> titles(Dataset<Row> together) {
    return together
        .select("person_id", "title_id")
        .distinct()
        .groupBy("person_id")
        .agg(count(lit(1)).as("titles"));
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
        .select("name_key", "tmdb_id")
        .distinct()
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
