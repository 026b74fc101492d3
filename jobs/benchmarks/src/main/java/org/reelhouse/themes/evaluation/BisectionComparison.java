package org.reelhouse.themes.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.clustering.BisectingKMeans;
import org.apache.spark.ml.clustering.BisectingKMeansModel;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.benchmarks.OnLake;
import org.reelhouse.clustering.Bisection;
import org.reelhouse.clustering.Centres;
import org.reelhouse.clustering.UnitVectors;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Silver;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.themes.catalogue.Members;
import org.reelhouse.themes.catalogue.Quality;
import org.reelhouse.themes.catalogue.Theme;
import org.reelhouse.themes.catalogue.ThemeCatalogue;
import org.reelhouse.themes.catalogue.ThemeLineage;
import org.reelhouse.themes.catalogue.ThemeProfiles;
import org.reelhouse.themes.corpus.Corpus;
import org.reelhouse.themes.corpus.Documents;
import org.reelhouse.themes.model.TermSpace;
import org.reelhouse.themes.model.ThemeModel;

/**
 * How good the themes of a lake are if the texts are divided by our bisection, or by MLlib's
 * classes, in the same space and with the same number of themes. One JSON object a line. Run by
 * scripts/compare-libraries.
 */
final class BisectionComparison {
  private static final int SEEDS = 3;

  /** Texts that a theme must have to be divided, as the job asks for. */
  private static final int SMALLEST = 20;

  private final Lake lake;
  private final ThemesSettings settings;
  private final int themes;
  private final Map<String, List<Found>> found = new LinkedHashMap<>();

  private BisectionComparison(Lake lake, ThemesSettings settings) {
    this.lake = lake;
    this.settings = settings;
    this.themes = settings.count().max();
  }

  /** The texts of a lake in the space of one seed. */
  private static final class Texts {
    private final Corpus corpus;
    private final TermSpace space;
    private final Dataset<Row> placed;
    private final float[][] points;
    private final long seed;

    Texts(Corpus corpus, TermSpace space, Dataset<Row> placed, float[][] points, long seed) {
      this.corpus = corpus;
      this.space = space;
      this.placed = placed;
      this.points = points;
      this.seed = seed;
    }
  }

  /** A division of the texts. */
  private record Division(Dataset<Row> clustered, int themes, double seconds) {}

  /** What was measured of one division. */
  private record Found(
      Map<String, Integer> themeOfTitle,
      int themes,
      double npmi,
      double diversity,
      double silhouette,
      double biggestShare,
      double seconds) {}

  public static void main(String[] arguments) {
    String themes = arguments[1];
    OnLake.run(
        arguments[0],
        Map.of("themes.count.min", themes, "themes.count.max", themes),
        (lake, settings) ->
            new BisectionComparison(lake, settings.of(ThemesSettings.class)).compare());
  }

  private void compare() {
    Dataset<Row> documents =
        lake.keep(Documents.of(lake.read(Silver.TITLE), settings.texts(), settings.partitions()));
    Corpus corpus = Corpus.of(lake, documents, settings);
    warmUp(texts(corpus, settings.seed()));
    for (int number = 0; number < SEEDS; number++) {
      Texts texts = texts(corpus, settings.seed() + number);
      ours(texts, settings.starts());
      ours(texts, 1);
      theirs(texts, 1);
      theirs(texts, settings.starts());
      kMeans(texts);
    }
    found.forEach(BisectionComparison::say);
  }

  private Texts texts(Corpus corpus, long seed) {
    TermSpace space =
        TermSpace.of(corpus.pairs(), settings.dimensions(), settings.pairTitles(), seed);
    Dataset<Row> placed = lake.keep(ThemeModel.placed(corpus, space).coalesce(2));
    float[][] points =
        placed.select("features").collectAsList().stream()
            .map(row -> UnitVectors.floats(row.<Vector>getAs(0).toArray()))
            .toArray(float[][]::new);
    return new Texts(corpus, space, placed, points, seed);
  }

  private void warmUp(Texts texts) {
    divided(texts, 1);
    bisecting(texts.seed).fit(texts.placed);
    kMeans(texts.seed).fit(texts.placed);
  }

  private void ours(Texts texts, int starts) {
    String name = "Bisection, the best of %d starts".formatted(starts);
    long start = System.nanoTime();
    Centres centres = divided(texts, starts);
    double seconds = seconds(start);
    note(name, texts, byNearest(texts, centres, seconds));
    noteRefined(name, texts, centres, seconds);
  }

  private Centres divided(Texts texts, int starts) {
    return Centres.of(
        texts.points,
        Bisection.clusters(
            texts.points, themes, SMALLEST, starts, settings.iterations(), texts.seed));
  }

  /** MLlib's class makes one division of each cluster: only a whole fit can be tried again. */
  private void theirs(Texts texts, int fits) {
    String name = "MLlib's BisectingKMeans, the best of %d fits".formatted(fits);
    long start = System.nanoTime();
    BisectingKMeansModel best = bisecting(texts.seed).fit(texts.placed);
    for (int fit = 1; fit < fits; fit++) {
      BisectingKMeansModel other = bisecting(texts.seed + 1_000L * fit).fit(texts.placed);
      best = other.summary().trainingCost() < best.summary().trainingCost() ? other : best;
    }
    double seconds = seconds(start);
    note(
        name,
        texts,
        new Division(best.transform(texts.placed), best.clusterCenters().length, seconds));
    noteRefined(name, texts, centres(best.clusterCenters()), seconds);
  }

  private BisectingKMeans bisecting(long seed) {
    return new BisectingKMeans()
        .setK(themes)
        .setDistanceMeasure("cosine")
        .setMaxIter(settings.iterations())
        .setMinDivisibleClusterSize(SMALLEST)
        .setSeed(seed);
  }

  private void kMeans(Texts texts) {
    long start = System.nanoTime();
    Centres centres = centres(kMeans(texts.seed).fit(texts.placed).clusterCenters());
    note("MLlib's KMeans", texts, byNearest(texts, centres, seconds(start)));
  }

  private KMeans kMeans(long seed) {
    return new KMeans()
        .setK(themes)
        .setDistanceMeasure("cosine")
        .setMaxIter(settings.iterations())
        .setSeed(seed);
  }

  private static Centres centres(Vector[] centres) {
    return Centres.of(
        Arrays.stream(centres)
            .map(centre -> UnitVectors.unit(centre.toArray()))
            .toArray(double[][]::new));
  }

  private void noteRefined(String name, Texts texts, Centres centres, double before) {
    long start = System.nanoTime();
    Centres refined = centres.refined(texts.points, settings.refinements());
    note(
        name + ", then k-means over all themes",
        texts,
        byNearest(texts, refined, before + seconds(start)));
  }

  private static Division byNearest(Texts texts, Centres centres, double seconds) {
    return new Division(centres.model().transform(texts.placed), centres.count(), seconds);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void note(String name, Texts texts, Division division) {
    Dataset<Row> clustered = division.clustered();
    ThemeCatalogue catalogue =
        ThemeCatalogue.of(
            ThemeProfiles.of(
                clustered,
                division.themes(),
                texts.space.dimensions(),
                texts.corpus.vocabulary().terms().size()),
            texts.corpus.vocabulary().terms(),
            texts.corpus.pairs(),
            Math.min(settings.parents(), division.themes()),
            ThemeLineage.NONE);
    Collection<Theme> leaves = catalogue.leaves().values();
    found
        .computeIfAbsent(name, key -> new ArrayList<>())
        .add(
            new Found(
                themeOfTitle(clustered),
                leaves.size(),
                Quality.coherence(leaves.stream().map(Theme::terms).toList(), texts.corpus.pairs()),
                Quality.diversity(leaves),
                Quality.silhouette(
                    leaves, Quality.silhouettes(Members.of(clustered, catalogue.leaves()))),
                Quality.biggestShare(leaves),
                division.seconds()));
  }

  private static Map<String, Integer> themeOfTitle(Dataset<Row> clustered) {
    Map<String, Integer> themes = new HashMap<>();
    for (Row row : clustered.select("title_id", "prediction").collectAsList()) {
      themes.put(row.getString(0), row.getInt(1));
    }
    return themes;
  }

  private static void say(String name, List<Found> seeds) {
    System.out.printf(
        Locale.ROOT,
        "{\"way\": \"%s\", \"themes\": %s, \"npmi\": %.3f, \"diversity\": %.2f, \"ari of two seeds\": %.2f,"
            + " \"silhouette\": %.3f, \"biggest share\": %.3f, \"seconds\": %.2f}%n",
        name,
        seeds.stream().map(Found::themes).toList(),
        mean(seeds, Found::npmi),
        mean(seeds, Found::diversity),
        agreement(seeds),
        mean(seeds, Found::silhouette),
        seeds.stream().mapToDouble(Found::biggestShare).max().orElseThrow(),
        mean(seeds, Found::seconds));
  }

  private static double mean(List<Found> seeds, ToDoubleFunction<Found> measure) {
    return seeds.stream().mapToDouble(measure).average().orElseThrow();
  }

  private static double agreement(List<Found> seeds) {
    List<Double> indices = new ArrayList<>();
    for (int right = 1; right < seeds.size(); right++) {
      for (int left = 0; left < right; left++) {
        Contingency both = new Contingency();
        Map<String, Integer> others = seeds.get(right).themeOfTitle();
        seeds
            .get(left)
            .themeOfTitle()
            .forEach(
                (title, theme) -> {
                  Integer other = others.get(title);
                  if (other != null) {
                    both.add(theme, other, 1);
                  }
                });
        indices.add(both.adjustedRand());
      }
    }
    return indices.stream().mapToDouble(value -> value).average().orElseThrow();
  }
}
