package org.reelhouse.themes.evaluation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.lake.Lake;
import org.reelhouse.sampling.HashSplit;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.themes.catalogue.Members;
import org.reelhouse.themes.catalogue.Quality;
import org.reelhouse.themes.catalogue.Theme;
import org.reelhouse.themes.catalogue.ThemeCatalogue;
import org.reelhouse.themes.catalogue.ThemeLineage;
import org.reelhouse.themes.catalogue.ThemeProfiles;
import org.reelhouse.themes.corpus.CoOccurrence;
import org.reelhouse.themes.corpus.Corpus;
import org.reelhouse.themes.corpus.Documents;
import org.reelhouse.themes.corpus.Vocabulary;
import org.reelhouse.themes.model.TermSpace;
import org.reelhouse.themes.model.ThemeCount;
import org.reelhouse.themes.model.ThemeModel;

/**
 * How good the themes are that the job finds in some texts. Terms are chosen and measured on the
 * same texts, as is usual, and on texts that were held out.
 *
 * @param texts texts with a theme
 * @param npmi coherence: mean NPMI of the pairs of the ten top terms of a theme, from their
 *     occurrence in the same texts; mean over the seeds, as all that follows
 * @param npmiHeldOut the same on a fifth of the texts, of themes found in the others; mean over as
 *     many fifths as seeds
 * @param diversity share of distinct terms among all top terms
 * @param ariSeeds adjusted Rand index of the themes of two seeds, mean over their pairs
 * @param ariSamples the same of themes found in different four fifths of the texts, on all texts
 * @param nmiGenres normalised mutual information of themes and genres, a title counting in equal
 *     parts for each of its genres; empty without genres
 * @param silhouette by cosine in the space in which themes are found
 * @param biggestShare share of the texts in the biggest theme of any seed
 * @param themes those of the first seed
 * @param measured by what their number was chosen; nothing if it was given
 * @param counts how many themes there are with each seed, and then in each of the samples
 */
public record ThemesEvaluation(
    long texts,
    double npmi,
    double npmiHeldOut,
    double diversity,
    double ariSeeds,
    double ariSamples,
    OptionalDouble nmiGenres,
    double silhouette,
    double biggestShare,
    List<Found> themes,
    List<ThemeCount.Measured> measured,
    List<Integer> counts) {
  private static final int FIFTHS = 5;

  /** A theme as it was found. */
  public record Found(String label, List<String> terms, long titles, double npmi) {}

  /** A model and what it makes of the texts it was fitted to. */
  private record Fit(
      Corpus corpus, ThemeModel model, Dataset<Row> clustered, ThemeCatalogue catalogue) {
    List<List<Integer>> topTerms() {
      return catalogue.leaves().values().stream().map(Theme::terms).toList();
    }
  }

  /**
   * Measures the themes of titles.
   *
   * @param titles title_id and the columns of {@code silver.title} that the settings name, genres,
   *     countries and release_year
   * @param seeds how often themes are found anew, at least twice
   * @throws PipelineException if there are too few texts for two themes
   */
  public static ThemesEvaluation of(
      Lake lake, Dataset<Row> titles, ThemesSettings settings, int seeds) {
    Dataset<Row> documents =
        lake.keep(Documents.of(titles, settings.texts(), settings.partitions()));
    Corpus corpus = Corpus.of(lake, documents, settings);
    List<Fit> bySeed = new ArrayList<>();
    List<Dataset<Row>> predictions = new ArrayList<>();
    List<Double> heldOut = new ArrayList<>();
    List<Integer> inSamples = new ArrayList<>();
    for (int number = 0; number < seeds; number++) {
      bySeed.add(fit(lake, corpus, settings, settings.seed() + number));
      Column fifth = HashSplit.part(FIFTHS, col("title_id"), lit(number));
      Fit fit =
          fit(
              lake,
              Corpus.of(lake, lake.keep(documents.where(fifth.notEqual(0))), settings),
              settings,
              settings.seed());
      predictions.add(lake.keep(predicted(fit, documents)));
      inSamples.add(fit.model().centres().count());
      heldOut.add(coherence(fit, documents.where(fifth.equalTo(0))));
    }
    return new ThemesEvaluation(
        bySeed.get(0).clustered().count(),
        mean(bySeed, fit -> Quality.coherence(fit.topTerms(), fit.corpus().pairs())),
        heldOut.stream().mapToDouble(value -> value).average().orElseThrow(),
        mean(bySeed, fit -> Quality.diversity(fit.catalogue().leaves().values())),
        agreement(bySeed.stream().map(Fit::clustered).toList()),
        agreement(predictions),
        agreementWithGenres(bySeed),
        mean(bySeed, ThemesEvaluation::silhouette),
        bySeed.stream().mapToDouble(ThemesEvaluation::biggestShare).max().orElseThrow(),
        found(bySeed.get(0)),
        bySeed.get(0).model().count().measured(),
        Stream.concat(bySeed.stream().map(fit -> fit.model().centres().count()), inSamples.stream())
            .toList());
  }

  /** All that was measured. */
  public Report report() {
    Report report =
        Report.EMPTY
            .with("texts", texts)
            .with("themes", themes.size())
            .with("counts", counts, "with each seed, then in each sample")
            .with("npmi", npmi, "of top terms")
            .with("npmi_held_out", npmiHeldOut, "on held-out texts")
            .with("diversity", diversity)
            .with("ari_seeds", ariSeeds)
            .with("ari_samples", ariSamples);
    if (nmiGenres.isPresent()) {
      report = report.with("nmi_genres", nmiGenres.getAsDouble());
    }
    Report.Rows tried = Report.Rows.of("measured", "themes", "gain", "shortfall", "error");
    for (ThemeCount.Measured one : measured) {
      tried = tried.with(one.themes(), one.gain(), one.shortfall(), one.error());
    }
    Report.Rows all = Report.Rows.of("found", "label", "titles", "npmi", "terms");
    for (Found theme : themes) {
      all = all.with(theme.label(), theme.titles(), theme.npmi(), theme.terms());
    }
    return report
        .with("silhouette", silhouette)
        .with("biggest_share", biggestShare)
        .with(tried)
        .with(all);
  }

  private static Fit fit(Lake lake, Corpus corpus, ThemesSettings settings, long seed) {
    TermSpace space =
        TermSpace.of(corpus.pairs(), settings.dimensions(), settings.pairTitles(), seed);
    if (space.dimensions() == 0) {
      throw tooFew();
    }
    Dataset<Row> placed = lake.keep(ThemeModel.placed(corpus, space));
    ThemeModel model =
        ThemeModel.fit(corpus.vocabulary(), space, placed, settings, seed, OptionalInt.empty());
    if (model.centres().count() < 2) {
      throw tooFew();
    }
    Dataset<Row> clustered = lake.keep(model.centres().model().transform(placed));
    ThemeCatalogue catalogue =
        ThemeCatalogue.of(
            ThemeProfiles.of(
                clustered,
                model.centres().count(),
                space.dimensions(),
                corpus.vocabulary().terms().size()),
            corpus.vocabulary().terms(),
            corpus.pairs(),
            Math.min(settings.parents(), model.centres().count()),
            ThemeLineage.NONE);
    return new Fit(corpus, model, clustered, catalogue);
  }

  private static PipelineException tooFew() {
    return new PipelineException(
        "Cannot evaluate themes: there are too few texts for two of them. Give more texts, or lower themes.min-titles.");
  }

  /** The themes of texts that the model may not know. */
  private static Dataset<Row> predicted(Fit fit, Dataset<Row> documents) {
    Vocabulary vocabulary = fit.corpus().vocabulary();
    return fit.model()
        .centres()
        .model()
        .transform(
            ThemeModel.placed(vocabulary, vocabulary.counted(documents), fit.model().space()));
  }

  private static double coherence(Fit fit, Dataset<Row> texts) {
    Vocabulary vocabulary = fit.corpus().vocabulary();
    return Quality.coherence(
        fit.topTerms(),
        CoOccurrence.of(vocabulary.counted(texts), vocabulary.terms().size(), texts.count()));
  }

  private static double mean(List<Fit> fits, ToDoubleFunction<Fit> measure) {
    return fits.stream().mapToDouble(measure).average().orElseThrow();
  }

  private static double agreement(List<Dataset<Row>> predictions) {
    List<Double> indices = new ArrayList<>();
    for (int right = 1; right < predictions.size(); right++) {
      for (int left = 0; left < right; left++) {
        Contingency both = new Contingency();
        predictions
            .get(left)
            .select(col("title_id"), col("prediction").as("left"))
            .join(
                predictions.get(right).select(col("title_id"), col("prediction").as("right")),
                "title_id")
            .groupBy("left", "right")
            .agg(count(lit(1)))
            .collectAsList()
            .forEach(row -> both.add(row.getInt(0), row.getInt(1), (double) row.getLong(2)));
        indices.add(both.adjustedRand());
      }
    }
    return indices.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  private static OptionalDouble agreementWithGenres(List<Fit> fits) {
    List<Contingency> byFit =
        fits.stream()
            .map(fit -> withGenres(fit.clustered()))
            .filter(both -> !both.isEmpty())
            .toList();
    return byFit.stream().mapToDouble(Contingency::normalizedMutualInformation).average();
  }

  private static Contingency withGenres(Dataset<Row> clustered) {
    Contingency both = new Contingency();
    clustered
        .where(size(col("genres")).gt(0))
        .select(
            col("prediction"),
            explode(col("genres")).as("genre"),
            lit(1.0).divide(size(col("genres"))).as("weight"))
        .groupBy("prediction", "genre")
        .agg(sum("weight"))
        .collectAsList()
        .forEach(row -> both.add(row.getInt(0), row.getString(1), row.getDouble(2)));
    return both;
  }

  private static double silhouette(Fit fit) {
    return Quality.silhouette(
        fit.catalogue().leaves().values(),
        Quality.silhouettes(Members.of(fit.clustered(), fit.catalogue().leaves())));
  }

  private static double biggestShare(Fit fit) {
    return Quality.biggestShare(fit.catalogue().leaves().values());
  }

  private static List<Found> found(Fit fit) {
    List<String> words = fit.corpus().vocabulary().terms();
    return fit.catalogue().leaves().values().stream()
        .map(
            theme ->
                new Found(
                    theme.label(),
                    theme.terms().stream().map(words::get).toList(),
                    theme.profile().titles(),
                    Quality.coherence(List.of(theme.terms()), fit.corpus().pairs())))
        .toList();
  }
}
