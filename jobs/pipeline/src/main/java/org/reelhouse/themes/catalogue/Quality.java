package org.reelhouse.themes.catalogue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.themes.corpus.CoOccurrence;

/** Measures themes. */
public final class Quality {
  private Quality() {}

  /** Theme id to the mean silhouette of its titles. */
  public static Map<String, Double> silhouettes(Dataset<Row> members) {
    return members
        .groupBy("theme_id")
        .agg(
            sum(col("silhouette").cast("decimal(20,12)")).cast("double").as("sum"),
            count(lit(1)).as("titles"))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs("theme_id"),
                row -> row.<Double>getAs("sum") / row.<Long>getAs("titles")));
  }

  /** Metric to value over all leaves. */
  public static Map<String, Double> metrics(
      Collection<Theme> leaves, Map<String, Double> silhouettes, CoOccurrence pairs) {
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("themes", (double) leaves.size());
    metrics.put("biggest_share", biggestShare(leaves));
    metrics.put("silhouette", silhouette(leaves, silhouettes));
    metrics.put("diversity", diversity(leaves));
    metrics.put("npmi", coherence(leaves.stream().map(Theme::terms).toList(), pairs));
    return metrics;
  }

  /** Share of the titles that are in the biggest leaf. */
  public static double biggestShare(Collection<Theme> leaves) {
    return (double) leaves.stream().mapToLong(theme -> theme.profile().titles()).max().orElse(0)
        / titles(leaves);
  }

  /** Mean silhouette of all titles. */
  public static double silhouette(Collection<Theme> leaves, Map<String, Double> silhouettes) {
    return leaves.stream()
            .mapToDouble(
                theme -> silhouettes.getOrDefault(theme.id(), 0.0) * theme.profile().titles())
            .sum()
        / titles(leaves);
  }

  private static long titles(Collection<Theme> leaves) {
    return leaves.stream().mapToLong(theme -> theme.profile().titles()).sum();
  }

  /** Share of the leaves' top terms that are the top terms of one leaf only (Dieng et al. 2020). */
  public static double diversity(Collection<Theme> leaves) {
    List<Integer> terms = leaves.stream().flatMap(theme -> theme.terms().stream()).toList();
    return (double) terms.stream().distinct().count() / terms.size();
  }

  /**
   * Mean normalised pointwise mutual information of the pairs of top terms of the same theme.
   *
   * @param themes the top terms of each, as indices of the terms counted
   */
  public static double coherence(Collection<List<Integer>> themes, CoOccurrence pairs) {
    return themes.stream().flatMapToDouble(terms -> ofPairs(terms, pairs)).average().orElse(0);
  }

  private static DoubleStream ofPairs(List<Integer> terms, CoOccurrence pairs) {
    return IntStream.range(0, terms.size())
        .boxed()
        .flatMapToDouble(
            left ->
                IntStream.range(0, left)
                    .mapToDouble(
                        right ->
                            pairs.normalizedMutualInformation(terms.get(left), terms.get(right))));
  }
}
