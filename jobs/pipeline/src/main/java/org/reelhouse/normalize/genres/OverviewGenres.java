package org.reelhouse.normalize.genres;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.config.NormalizeSettings;
import org.reelhouse.lake.Lake;
import org.reelhouse.normalize.merge.InferredTitle;
import org.reelhouse.tables.Silver;

/**
 * Genres of titles that have an overview and no genre, told by what is learned from titles that
 * have both: from a bounded sample of them on the driver, for all others where their rows are.
 */
public final class OverviewGenres {
  private static final Column LEARNED_FROM =
      col("overview").isNotNull().and(col("genres").isNotNull());

  private static final Column IN_NEED = col("overview").isNotNull().and(col("genres").isNull());

  private static final StructType LABELLED =
      StructType.fromDDL("text BIGINT, title BIGINT, terms ARRAY<INT>, genres ARRAY<STRING>");

  private final Optional<GenreModel> model;
  private final GenreMeasures measures;

  private OverviewGenres(Optional<GenreModel> model, GenreMeasures measures) {
    this.model = model;
    this.measures = measures;
  }

  /**
   * Learns which overviews tell which genres, and tells the operator how well they do.
   *
   * @param titles rows of {@code silver.source_title}
   */
  public static OverviewGenres learn(Lake lake, Dataset<Row> titles, NormalizeSettings settings) {
    OverviewParts parts = OverviewParts.of(sample(titles, settings.genreTitles()));
    double least = settings.genrePrecision();
    GenreModel model = GenreSelection.model(parts, least);
    GenreMeasures measures = GenreMeasures.of(model, parts.reporting());
    boolean precise = measures.all().precision() >= least;
    lake.note(measures.inWords(least));
    return new OverviewGenres(precise ? Optional.of(model) : Optional.empty(), measures);
  }

  /** The titles with the genres that their overviews tell; those that state genres stay. */
  public Dataset<Row> completed(Dataset<Row> titles) {
    return model.map(learned -> completed(titles, learned)).orElse(titles);
  }

  private static Dataset<Row> completed(Dataset<Row> titles, GenreModel model) {
    Dataset<Row> completed =
        titles
            .where(IN_NEED)
            .map(
                (MapFunction<Row, Row>)
                    title ->
                        InferredTitle.withGenres(
                            title, model.genres(OverviewTerms.of(title.getAs("overview")))),
                Encoders.row(Silver.SOURCE_TITLE.schema().asNullable()));
    return titles.where(not(IN_NEED)).union(completed);
  }

  /** Rows of {@code ops.data_quality} without date and job. */
  public Dataset<Row> measures(Lake lake) {
    return lake.frame(measures.rows(), GenreMeasures.SCHEMA);
  }

  /** About so many titles at most, those whose overviews have the smallest hashes. */
  private static List<LabelledOverview> sample(Dataset<Row> titles, int most) {
    Dataset<Row> labelled = titles.where(LEARNED_FROM);
    double share = (double) most / labelled.count();
    return labelled
        .select(folded("overview").as("text"), folded("title"), col("overview"), col("genres"))
        .where(col("text").leq(lit((long) ((share - 0.5) * 0x1p64))))
        .map((MapFunction<Row, Row>) OverviewGenres::withTerms, Encoders.row(LABELLED))
        .collectAsList()
        .stream()
        .map(OverviewGenres::labelled)
        .toList();
  }

  /** A hash of the letters and digits of a text, so that sources may print it in their own way. */
  private static Column folded(String column) {
    return xxhash64(regexp_replace(lower(col(column)), "[^\\p{L}\\p{N}]+", ""));
  }

  private static Row withTerms(Row title) {
    Integer[] terms =
        Arrays.stream(OverviewTerms.of(title.getString(2))).boxed().toArray(Integer[]::new);
    return RowFactory.create(
        title.getLong(0), title.getLong(1), terms, title.getList(3).toArray(String[]::new));
  }

  private static LabelledOverview labelled(Row row) {
    int[] terms = row.<Integer>getList(2).stream().mapToInt(Integer::intValue).toArray();
    return new LabelledOverview(
        row.getLong(0), Set.of(row.getLong(1)), terms, new TreeSet<>(row.<String>getList(3)));
  }
}
