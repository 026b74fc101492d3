package org.reelhouse.themes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * All themes of one run.
 *
 * @param parents the themes that hold others
 * @param leaves number of the cluster to the theme it is
 */
record Catalogue(List<Theme> parents, Map<Integer, Theme> leaves) {

  /** Names the clusters and gathers them under parents. */
  static Catalogue of(Map<Integer, Profile> clusters, Vocabulary vocabulary, int parents) {
    List<Integer> numbers = new ArrayList<>(new TreeMap<>(clusters).keySet());
    List<Profile> profiles = numbers.stream().map(clusters::get).toList();
    Labels labels = new Labels(vocabulary, profiles.stream().reduce(Profile::plus).orElseThrow());
    List<Theme> tops = new ArrayList<>();
    Map<Integer, Theme> leaves = new TreeMap<>();
    for (List<Integer> group : Hierarchy.groups(profiles, parents)) {
      Profile together = group.stream().map(profiles::get).reduce(Profile::plus).orElseThrow();
      String parent = null;
      // A parent of one theme would say the same again: such a theme stands at the top itself.
      if (group.size() > 1) {
        Theme top = labels.name(together, null);
        tops.add(top);
        parent = top.id();
      }
      for (int place : group) {
        leaves.put(numbers.get(place), labels.name(profiles.get(place), parent));
      }
    }
    return new Catalogue(tops, leaves);
  }

  /**
   * The rows of {@code gold.theme}.
   *
   * @param titles number of titles with a theme
   * @param silhouettes by theme id; parents have none
   */
  List<Row> rows(Vocabulary vocabulary, long titles, Map<String, Double> silhouettes) {
    return Stream.concat(parents.stream(), leaves.values().stream())
        .map(
            theme ->
                RowFactory.create(
                    theme.id(),
                    theme.label(),
                    theme.terms().stream().map(vocabulary.terms()::get).toArray(String[]::new),
                    theme.profile().titles(),
                    (double) theme.profile().titles() / titles,
                    silhouettes.get(theme.id()),
                    theme.parent()))
        .toList();
  }
}
