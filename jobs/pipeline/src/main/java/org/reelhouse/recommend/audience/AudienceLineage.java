package org.reelhouse.recommend.audience;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.clustering.GroupLineage;
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
    Map<String, Long> named = new HashMap<>(previous);
    named.remove(Audiences.NEW_VIEWERS);
    List<Map<String, Long>> sharedBy =
        IntStream.range(0, users.size())
            .mapToObj(audience -> shared.getOrDefault(audience, Map.of()))
            .toList();
    List<@Nullable String> found = new GroupLineage(named).ids(users, sharedBy);
    Map<Integer, String> ids = new HashMap<>();
    for (int audience = 0; audience < found.size(); audience++) {
      String id = found.get(audience);
      if (id != null) {
        ids.put(audience, id);
      }
    }
    return ids;
  }
}
