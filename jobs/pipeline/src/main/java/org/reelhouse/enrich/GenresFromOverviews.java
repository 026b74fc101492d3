package org.reelhouse.enrich;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.RunContext;
import org.reelhouse.lake.Lake;
import org.reelhouse.models.Description;
import org.reelhouse.models.Measure;
import org.reelhouse.models.Monitored;
import org.reelhouse.models.SampledRows;
import org.reelhouse.models.SavedVersion;
import org.reelhouse.models.Serving;
import org.reelhouse.models.TrainedModel;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.tables.Silver;
import org.reelhouse.text.TextHash;

/**
 * Genres of titles that have an overview and no genre, by what is learned from titles that have
 * both: from a bounded sample of them on the driver, for all others where their rows are.
 */
final class GenresFromOverviews implements TrainedModel<GenreModel> {
  static final String NAME = "genres-from-overviews";

  private static final int LAYOUT = 1;
  private static final String GENRES = "genres";

  private static final Column IS_LABELLED =
      col("overview").isNotNull().and(col(GENRES).isNotNull());

  private static final Column LACKS_GENRES = col("overview").isNotNull().and(col(GENRES).isNull());

  private static final StructType LABELLED =
      StructType.fromDDL("text BIGINT, title BIGINT, terms ARRAY<INT>, genres ARRAY<STRING>");

  private static final StructType PREDICTED =
      StructType.fromDDL(
          "reference STRING, source STRING, source_id STRING, terms INT, genres ARRAY<STRING>");

  private final Lake lake;
  private final RunContext context;
  private final Dataset<Row> titles;
  private final EnrichSettings settings;
  private final int sample;
  private OverviewParts parts = OverviewParts.of(List.of());
  private long lacking;
  private @Nullable Dataset<Row> predicted;

  /**
   * The model of some titles.
   *
   * @param titles rows of {@code silver.source_title}
   * @param sample about how many titles are monitored
   */
  GenresFromOverviews(
      Lake lake, RunContext context, Dataset<Row> titles, EnrichSettings settings, int sample) {
    this.lake = lake;
    this.context = context;
    this.titles = titles;
    this.settings = settings;
    this.sample = sample;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<GenreModel> fit() {
    Row counts = titles.agg(count(when(IS_LABELLED, 1)), count(when(LACKS_GENRES, 1))).head();
    lacking = counts.getLong(1);
    if (lacking == 0) {
      context.note("infers no genres: every title with an overview states some");
      return Optional.empty();
    }
    parts = OverviewParts.of(sampled(counts.getLong(0)));
    GenreModel model = GenreSelection.model(parts, settings.genrePrecision());
    if (model.rules().isEmpty()) {
      context.note(
          String.format(
              Locale.ROOT,
              "infers no genres: of %,d overviews to choose on, none shows a genre with a precision"
                  + " of %s",
              parts.choosing().size(),
              settings.genrePrecision()));
      return Optional.empty();
    }
    return Optional.of(model);
  }

  /** About as many titles as wanted, those whose overviews have the smallest hashes. */
  private List<LabelledOverview> sampled(long labelled) {
    double share = (double) settings.genreTitles() / labelled;
    long most = (long) ((share - 0.5) * 0x1p64);
    return titles
        .where(IS_LABELLED)
        .select("title", "overview", GENRES)
        .flatMap(
            (FlatMapFunction<Row, Row>) title -> withTerms(title, most), Encoders.row(LABELLED))
        .collectAsList()
        .stream()
        .map(GenresFromOverviews::labelled)
        .toList();
  }

  /** Nothing where the hash of the overview is greater. */
  private static Iterator<Row> withTerms(Row title, long most) {
    long text = folded(title.getString(1));
    if (text > most) {
      return Collections.emptyIterator();
    }
    Integer[] terms =
        Arrays.stream(OverviewTerms.of(title.getString(1))).boxed().toArray(Integer[]::new);
    return List.of(
            RowFactory.create(
                text, folded(title.getString(0)), terms, title.getList(2).toArray(String[]::new)))
        .iterator();
  }

  /** A hash of the letters and digits of a text, so that sources may print it in their own way. */
  private static long folded(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return TextHash.bits64(letters.toString());
  }

  private static LabelledOverview labelled(Row row) {
    int[] terms = row.<Integer>getList(2).stream().mapToInt(Integer::intValue).toArray();
    return new LabelledOverview(
        row.getLong(0), Set.of(row.getLong(1)), terms, new TreeSet<>(row.<String>getList(3)));
  }

  @Override
  public List<Measure> measure(GenreModel model) {
    GenreMeasures measures = GenreMeasures.of(model, parts.reporting());
    context.note(measures.inWords());
    return measures.measures(NAME);
  }

  @Override
  public Description describe(GenreModel model) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("genre-precision", String.valueOf(settings.genrePrecision()));
    parameters.put("genre-titles", String.valueOf(settings.genreTitles()));
    parameters.put("genres", String.join("|", model.genres()));
    parameters.put("terms", String.valueOf(model.terms().size()));
    return new Description(parts.training().size(), parameters);
  }

  @Override
  public int layout() {
    return LAYOUT;
  }

  @Override
  public void save(GenreModel model, ModelFolder folder) {
    SavedGenres.save(model, folder);
  }

  @Override
  public GenreModel open(SavedVersion saved) {
    return SavedGenres.open(saved);
  }

  /** Rows of {@code silver.title_inference}: of the titles whose overviews show a genre. */
  Dataset<Row> inferred(Serving.Version<GenreModel> version) {
    return predicted(version.model())
        .where(size(col(GENRES)).gt(0))
        .select(
            col("source"),
            col("source_id"),
            lit(GENRES).as("column"),
            col(GENRES).as("values"),
            lit(NAME).as("model"),
            lit(version.number()).as("model_version"));
  }

  /** What the titles that lack genres have of terms and, by a model, of genres. */
  private Dataset<Row> predicted(GenreModel model) {
    if (predicted == null) {
      predicted =
          lake.keep(
              titles
                  .where(LACKS_GENRES)
                  .select(
                      concat(col("source"), lit(":"), col("source_id")).as("reference"),
                      col("source"),
                      col("source_id"),
                      col("overview"))
                  .map(
                      (MapFunction<Row, Row>) title -> predict(title, model),
                      Encoders.row(PREDICTED)));
    }
    return predicted;
  }

  private static Row predict(Row title, GenreModel model) {
    int[] terms = OverviewTerms.of(title.getString(3));
    return RowFactory.create(
        title.getString(0),
        title.getString(1),
        title.getString(2),
        terms.length,
        model.genres(terms).toArray(String[]::new));
  }

  @Override
  public Monitored monitor(GenreModel model) {
    SampledRows rows =
        SampledRows.of(
            predicted(model).select(col("reference"), col("terms"), size(col(GENRES)).as(GENRES)),
            "reference",
            lacking,
            sample);
    return new Monitored(Silver.SOURCE_TITLE, List.of(rows.of("terms"), rows.of(GENRES)));
  }
}
