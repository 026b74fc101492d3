package org.reelhouse.themes.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.themes.catalogue.ThemeLineage.Ancestor;
import org.reelhouse.themes.corpus.CoOccurrence;

/**
 * All themes of one run.
 *
 * @param parents the themes that hold others
 * @param leaves number of the cluster to the theme it is
 */
public record ThemeCatalogue(List<Theme> parents, Map<Integer, Theme> leaves) {

  /** Names the clusters and gathers them under parents. */
  public static ThemeCatalogue of(
      Map<Integer, ThemeProfile> clusters,
      List<String> vocabulary,
      CoOccurrence pairs,
      int parents,
      ThemeLineage lineage) {
    List<Integer> numbers = List.copyOf(new TreeMap<>(clusters).keySet());
    List<ThemeProfile> profiles = numbers.stream().map(clusters::get).toList();
    // A parent of one theme would say the same again: such a theme stands at the top itself.
    List<List<Integer>> groups =
        Hierarchy.groups(profiles, parents).stream().filter(group -> group.size() > 1).toList();
    List<ThemeProfile> tops =
        groups.stream()
            .map(
                group -> group.stream().map(profiles::get).reduce(ThemeProfile::plus).orElseThrow())
            .toList();
    Namer namer =
        new Namer(
            vocabulary,
            pairs,
            profiles.stream().reduce(ThemeProfile::plus).orElseThrow(),
            new ThemeLabels(lineage.previous().values()));
    List<Theme> above =
        namer.themes(
            tops,
            lineage.ofParents(
                groups.stream().map(group -> group.stream().map(numbers::get).toList()).toList(),
                tops.stream().map(ThemeProfile::titles).toList()),
            tops.stream().map(top -> (@Nullable String) null).toList());
    List<Theme> leaves =
        namer.themes(
            profiles,
            lineage.ofLeaves(numbers, profiles.stream().map(ThemeProfile::titles).toList()),
            parentOfEach(profiles.size(), groups, above));
    Map<Integer, Theme> byNumber = new TreeMap<>();
    for (int place = 0; place < leaves.size(); place++) {
      byNumber.put(numbers.get(place), leaves.get(place));
    }
    return new ThemeCatalogue(above, byNumber);
  }

  private static List<@Nullable String> parentOfEach(
      int leaves, List<List<Integer>> groups, List<Theme> above) {
    List<@Nullable String> parents = new ArrayList<>();
    for (int place = 0; place < leaves; place++) {
      parents.add(null);
    }
    for (int group = 0; group < groups.size(); group++) {
      for (int place : groups.get(group)) {
        parents.set(place, above.get(group).id());
      }
    }
    return parents;
  }

  private record Namer(
      List<String> vocabulary, CoOccurrence pairs, ThemeProfile corpus, ThemeLabels labels) {

    List<Theme> themes(
        List<ThemeProfile> profiles,
        List<@Nullable Ancestor> ancestors,
        List<@Nullable String> parents) {
      List<Theme> themes = new ArrayList<>();
      List<List<Integer>> tops = TopTerms.of(profiles, corpus, vocabulary, pairs);
      for (int place = 0; place < profiles.size(); place++) {
        List<Integer> terms = tops.get(place);
        List<String> words = terms.stream().map(vocabulary::get).toList();
        Ancestor ancestor = ancestors.get(place);
        themes.add(
            new Theme(
                labels.id(words, ancestor),
                labels.label(words, ancestor),
                terms,
                profiles.get(place),
                parents.get(place)));
      }
      return themes;
    }
  }

  /**
   * The rows of {@code gold.theme}.
   *
   * @param titles number of titles with a theme
   * @param silhouettes by theme id; parents have none
   */
  public List<Row> rows(List<String> vocabulary, long titles, Map<String, Double> silhouettes) {
    return Stream.concat(parents.stream(), leaves.values().stream())
        .map(
            theme ->
                RowFactory.create(
                    theme.id(),
                    theme.label(),
                    theme.terms().stream().map(vocabulary::get).toArray(String[]::new),
                    theme.profile().titles(),
                    (double) theme.profile().titles() / titles,
                    silhouettes.get(theme.id()),
                    theme.parent()))
        .toList();
  }
}
