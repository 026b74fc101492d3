package org.reelhouse.themes.catalogue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.clustering.GroupLineage;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Gold;

/**
 * Which theme of the previous run a cluster is, by the titles they share.
 *
 * @param previous id to theme of the previous run
 * @param shared titles that a cluster and a theme of the previous run, by its id, share
 */
public record ThemeLineage(Map<String, Ancestor> previous, Map<Integer, Map<String, Long>> shared) {
  /** Of a first run. */
  public static final ThemeLineage NONE = new ThemeLineage(Map.of(), Map.of());

  /**
   * A theme of the previous run.
   *
   * @param parent id of the theme above; null at the top
   */
  record Ancestor(String id, String label, long titles, @Nullable String parent) {}

  /** The themes of the last run on this lake, if there was one. */
  public static ThemeLineage of(Lake lake, Dataset<Row> clustered) {
    if (lake.version(Gold.THEME).isEmpty() || lake.version(Gold.TITLE_THEME).isEmpty()) {
      return NONE;
    }
    Map<String, Ancestor> previous = new HashMap<>();
    for (Row row :
        lake.read(Gold.THEME)
            .select("theme_id", "label", "titles", "parent_theme_id")
            .collectAsList()) {
      previous.put(
          row.getString(0),
          new Ancestor(row.getString(0), row.getString(1), row.getLong(2), row.getString(3)));
    }
    Map<Integer, Map<String, Long>> shared = new HashMap<>();
    clustered
        .select("title_id", "prediction")
        .join(lake.read(Gold.TITLE_THEME).select("title_id", "theme_id"), "title_id")
        .groupBy(col("prediction"), col("theme_id"))
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(
            row ->
                shared
                    .computeIfAbsent(row.getInt(0), cluster -> new HashMap<>())
                    .put(row.getString(1), row.getLong(2)));
    return new ThemeLineage(previous, shared);
  }

  /** How many themes the last run on this lake found, those that hold others left out. */
  public static OptionalInt themesOf(Lake lake) {
    if (lake.version(Gold.THEME).isEmpty()) {
      return OptionalInt.empty();
    }
    Dataset<Row> themes = lake.read(Gold.THEME);
    long parents = themes.select("parent_theme_id").na().drop().distinct().count();
    return OptionalInt.of((int) (themes.count() - parents));
  }

  /** The ancestors of single clusters, in their order; null where there is none. */
  List<@Nullable Ancestor> ofLeaves(List<Integer> clusters, List<Long> titles) {
    List<Map<String, Long>> sharedBy =
        clusters.stream().map(cluster -> shared.getOrDefault(cluster, Map.of())).toList();
    return closest(titles, sharedBy);
  }

  /** The ancestors, themes that hold others, of groups of clusters. */
  List<@Nullable Ancestor> ofParents(List<List<Integer>> groups, List<Long> titles) {
    List<Map<String, Long>> sharedBy = new ArrayList<>();
    for (List<Integer> group : groups) {
      Map<String, Long> ofGroup = new HashMap<>();
      for (int cluster : group) {
        shared
            .getOrDefault(cluster, Map.of())
            .forEach(
                (leaf, count) -> {
                  Ancestor ancestor = previous.get(leaf);
                  String parent = ancestor == null ? null : ancestor.parent();
                  if (parent != null) {
                    ofGroup.merge(parent, count, Long::sum);
                  }
                });
      }
      sharedBy.add(ofGroup);
    }
    return closest(titles, sharedBy);
  }

  private List<@Nullable Ancestor> closest(List<Long> titles, List<Map<String, Long>> sharedBy) {
    Map<String, Long> sizes = new HashMap<>();
    previous.forEach((id, ancestor) -> sizes.put(id, ancestor.titles()));
    List<@Nullable Ancestor> ancestors = new ArrayList<>();
    for (String id : new GroupLineage(sizes).ids(titles, sharedBy)) {
      ancestors.add(id == null ? null : previous.get(id));
    }
    return ancestors;
  }
}
