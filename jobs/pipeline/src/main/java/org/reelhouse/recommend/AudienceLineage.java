package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Gold;

/**
 * Which audience of the previous run an audience is, by the users they share: one to one, those
 * that share the greatest part of both (Jaccard) first.
 *
 * @param previous id to users of each audience of the previous run
 * @param shared users that an audience and one of the previous run, by its id, share
 */
record AudienceLineage(Map<String, Long> previous, Map<Integer, Map<String, Long>> shared) {
  /** Of a first run. */
  static final AudienceLineage NONE = new AudienceLineage(Map.of(), Map.of());

  /** Share of all users of both that they must share. */
  private static final double LEAST = 1.0 / 3;

  private record Kinship(int audience, String ancestor, double jaccard) {}

  /**
   * The audiences of the last run on this lake, if there was one.
   *
   * @param assigned user_id and audience of each user who has one
   */
  static AudienceLineage of(Lake lake, Dataset<Row> assigned) {
    if (lake.version(Gold.AUDIENCE).isEmpty() || lake.version(Gold.USER_AUDIENCE).isEmpty()) {
      return NONE;
    }
    Map<String, Long> previous = new HashMap<>();
    for (Row row : lake.read(Gold.AUDIENCE).select("audience_id", "users").collectAsList()) {
      previous.put(row.getString(0), row.getLong(1));
    }
    Map<Integer, Map<String, Long>> shared = new HashMap<>();
    assigned
        .select("user_id", "audience")
        .join(lake.read(Gold.USER_AUDIENCE).select("user_id", "audience_id"), "user_id")
        .groupBy(col("audience"), col("audience_id"))
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(
            row ->
                shared
                    .computeIfAbsent(row.getInt(0), audience -> new HashMap<>())
                    .put(row.getString(1), row.getLong(2)));
    return new AudienceLineage(previous, shared);
  }

  /** Audience to the id it had, where it is one of the previous run; users by audience. */
  Map<Integer, String> ids(List<Long> users) {
    List<Kinship> kinships = new ArrayList<>();
    for (int audience = 0; audience < users.size(); audience++) {
      for (Map.Entry<String, Long> common : shared.getOrDefault(audience, Map.of()).entrySet()) {
        Long before = previous.get(common.getKey());
        if (before != null && !common.getKey().equals(Audiences.NEW_VIEWERS)) {
          double all = users.get(audience) + before - common.getValue();
          kinships.add(new Kinship(audience, common.getKey(), common.getValue() / all));
        }
      }
    }
    kinships.sort(
        Comparator.comparingDouble((Kinship kinship) -> -kinship.jaccard())
            .thenComparing(Kinship::audience)
            .thenComparing(Kinship::ancestor));
    Map<Integer, String> ids = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Kinship kinship : kinships) {
      if (kinship.jaccard() >= LEAST
          && !ids.containsKey(kinship.audience())
          && taken.add(kinship.ancestor())) {
        ids.put(kinship.audience(), kinship.ancestor());
      }
    }
    return ids;
  }
}
