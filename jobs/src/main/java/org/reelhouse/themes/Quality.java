package org.reelhouse.themes;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures themes. */
final class Quality {
  private Quality() {}

  /** Theme id to the mean silhouette of its titles. */
  static Map<String, Double> silhouettes(Dataset<Row> members) {
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
  static Map<String, Double> metrics(
      Dataset<Row> members,
      Collection<Theme> leaves,
      Map<String, Double> silhouettes,
      Vocabulary vocabulary) {
    long titles = leaves.stream().mapToLong(theme -> theme.profile().titles()).sum();
    Map<String, Double> metrics = new TreeMap<>();
    metrics.put("themes", (double) leaves.size());
    metrics.put(
        "biggest_share",
        (double) leaves.stream().mapToLong(theme -> theme.profile().titles()).max().orElse(0)
            / titles);
    metrics.put(
        "silhouette",
        leaves.stream()
                .mapToDouble(
                    theme -> silhouettes.getOrDefault(theme.id(), 0.0) * theme.profile().titles())
                .sum()
            / titles);
    metrics.put("diversity", diversity(leaves));
    metrics.put("npmi", coherence(pairCounts(members), TermPairs.of(leaves).pairs(), vocabulary));
    return metrics;
  }

  /** Share of the leaves' top terms that are the top terms of one leaf only (Dieng et al. 2020). */
  static double diversity(Collection<Theme> leaves) {
    List<Integer> terms = leaves.stream().flatMap(theme -> theme.terms().stream()).toList();
    return (double) terms.stream().distinct().count() / terms.size();
  }

  private static Map<Integer, Long> pairCounts(Dataset<Row> members) {
    return members
        .select(explode(col("pairs")).as("pair"))
        .groupBy("pair")
        .agg(count(lit(1)).as("titles"))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getInt(0), row -> row.getLong(1)));
  }

  /**
   * Mean normalised pointwise mutual information of the pairs of top terms (Bouma 2009): ln(p(a,b)
   * / (p(a) p(b))) / -ln p(a,b) with probabilities from overviews; -1 for a pair that never occurs.
   */
  static double coherence(
      Map<Integer, Long> counts, List<TermPairs.Pair> pairs, Vocabulary vocabulary) {
    double sum = 0;
    double overviews = vocabulary.overviews();
    for (int number = 0; number < pairs.size(); number++) {
      double both = counts.getOrDefault(number, 0L) / overviews;
      double first = vocabulary.frequencies().get(pairs.get(number).first()) / overviews;
      double second = vocabulary.frequencies().get(pairs.get(number).second()) / overviews;
      if (both == 0) {
        sum -= 1;
      } else {
        sum += both == 1 ? 1 : Math.log(both / (first * second)) / -Math.log(both);
      }
    }
    return pairs.isEmpty() ? 0 : sum / pairs.size();
  }
}
