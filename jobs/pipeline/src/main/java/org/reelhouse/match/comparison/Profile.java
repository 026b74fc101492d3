package org.reelhouse.match.comparison;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.reelhouse.reference.Kind;

/**
 * What is compared of one source title.
 *
 * @param reference source:source_id
 * @param spelling fingerprint of the main title in lower case, with its punctuation
 * @param titles distinct keys, that of the main title first; at most {@value #MAX_TITLES}
 * @param day release date as days since 1970, unless it is a first of January, which often stands
 *     for the year alone
 * @param seasons number of seasons; of an episode the season it stands in
 * @param episodes number of episodes; of an episode its own number
 * @param series name of the series or collection
 * @param directors folded names with their words in string order, for family and given name change
 *     places between sources ("Miyazaki Hayao"); those of the cast likewise
 * @param overview the {@linkplain OverviewEvidence#words words} of it that are compared
 * @param ids external ids as {@code namespace=value}, sorted
 */
public record Profile(
    String reference,
    Kind kind,
    long spelling,
    List<TitleKey> titles,
    @Nullable Integer year,
    @Nullable Long day,
    @Nullable Integer runtime,
    @Nullable Integer seasons,
    @Nullable Integer episodes,
    @Nullable TitleKey series,
    @Nullable Double score,
    @Nullable Long members,
    @Nullable String language,
    Fingerprints countries,
    Fingerprints genres,
    List<String> directors,
    Fingerprints cast,
    Fingerprints overview,
    List<String> ids) {

  private static final Pattern YEAR_SUFFIX = Pattern.compile("\\(((?:18|19|20)\\d\\d)\\)\\s*$");

  /** Counts below are too coarse to name a title. */
  private static final long TELLING_MEMBERS = 100;

  /** Bounds the comparisons of one pair; later alternative titles add little. */
  private static final int MAX_TITLES = 12;

  /** Names that billing puts first; the end of a long cast is chance. */
  private static final int MAX_CAST = 20;

  /** The columns of {@code silver.source_title} that are read here. */
  public static final List<String> COLUMNS =
      List.of(
          "source",
          "source_id",
          "kind",
          "title",
          "original_title",
          "alt_titles",
          "release_date",
          "release_year",
          "runtime_minutes",
          "seasons",
          "episodes",
          "collection",
          "score",
          "members",
          "original_language",
          "countries",
          "genres",
          "directors",
          "cast",
          "overview",
          "external_ids");

  public static Column[] columns() {
    return COLUMNS.stream().map(functions::col).toArray(Column[]::new);
  }

  /**
   * The source titles without genres that were inferred: these repeat what other titles state, and
   * all of them may change when one title does.
   *
   * @param sourceTitles rows of {@code silver.source_title}
   */
  public static Dataset<Row> stated(Dataset<Row> sourceTitles) {
    Column inferred = array_contains(col("inferred"), "genres");
    return sourceTitles.withColumn("genres", when(inferred, null).otherwise(col("genres")));
  }

  /** The profile of a row of {@code silver.source_title}. */
  static Profile ofSourceTitle(Row row) {
    return placed(row).completed(row);
  }

  /**
   * As much of a profile as names the blocks of a title, which costs half of the whole. All else is
   * empty.
   */
  public static Profile placed(Row row) {
    return new Profile(
        row.<String>getAs("source") + ":" + row.<String>getAs("source_id"),
        Kind.of(row.getAs("kind")),
        0,
        titles(row),
        year(row),
        day(row.getAs("release_date")),
        null,
        row.getAs("seasons"),
        row.getAs("episodes"),
        null,
        row.getAs("score"),
        row.getAs("members"),
        null,
        Fingerprints.NONE,
        Fingerprints.NONE,
        names(strings(row, "directors")),
        Fingerprints.NONE,
        Fingerprints.NONE,
        ids(row));
  }

  /**
   * The whole profile.
   *
   * @param row what this {@linkplain #placed is placed by}
   */
  public Profile completed(Row row) {
    return new Profile(
        reference,
        kind,
        Fingerprints.of(row.<String>getAs("title").strip().toLowerCase(Locale.ROOT)),
        titles,
        year,
        day,
        row.getAs("runtime_minutes"),
        seasons,
        episodes,
        series(row.getAs("collection")),
        score,
        members,
        row.getAs("original_language"),
        Fingerprints.of(strings(row, "countries")),
        Fingerprints.of(strings(row, "genres")),
        directors,
        Fingerprints.of(names(strings(row, "cast").stream().limit(MAX_CAST).toList())),
        OverviewEvidence.words(row.getAs("overview")),
        ids);
  }

  /** The same title without external ids. */
  public Profile withoutIds() {
    return new Profile(
        reference, kind, spelling, titles, year, day, runtime, seasons, episodes, series, score,
        members, language, countries, genres, directors, cast, overview, List.of());
  }

  public String source() {
    return reference.substring(0, reference.indexOf(':'));
  }

  /** The key of the main title. */
  public TitleKey title() {
    return titles.get(0);
  }

  public boolean sharesId(Profile other) {
    return !Collections.disjoint(ids, other.ids);
  }

  private static List<TitleKey> titles(Row row) {
    List<String> titles = new ArrayList<>();
    titles.add(row.getAs("title"));
    String original = row.getAs("original_title");
    if (original != null) {
      titles.add(original);
    }
    titles.addAll(strings(row, "alt_titles"));
    return keys(titles);
  }

  /** The keys of titles, then those of what they are in Latin letters. */
  static List<TitleKey> keys(List<String> titles) {
    List<String> distinct = titles.stream().filter(title -> !title.isBlank()).distinct().toList();
    return Stream.concat(
            distinct.stream(), distinct.stream().flatMap(title -> Romanization.of(title).stream()))
        .map(TitleKey::of)
        .distinct()
        .limit(MAX_TITLES)
        .toList();
  }

  /** Whether it has so many members that another title hardly has the same number. */
  public boolean hasTellingMembers() {
    return members != null && members >= TELLING_MEMBERS;
  }

  /** Whether the numbers of season and episode are its own and not counts. */
  public boolean isEpisode() {
    return kind == Kind.EPISODE;
  }

  /** Whether its title says no more than its number does. */
  boolean isGeneric() {
    return isEpisode() && titles.stream().allMatch(TitleKey::isGeneric);
  }

  private static @Nullable TitleKey series(@Nullable String collection) {
    return collection == null || collection.isBlank() ? null : TitleKey.of(collection);
  }

  /** A year in brackets after the title stands in for one that is not stated. */
  private static @Nullable Integer year(Row row) {
    Integer stated = row.getAs("release_year");
    if (stated != null) {
      return stated;
    }
    Matcher suffix = YEAR_SUFFIX.matcher(row.<String>getAs("title"));
    return suffix.find() ? Integer.valueOf(suffix.group(1)) : null;
  }

  private static @Nullable Long day(@Nullable Date date) {
    LocalDate day = date == null ? null : date.toLocalDate();
    return day == null || day.getDayOfYear() == 1 ? null : Long.valueOf(day.toEpochDay());
  }

  private static List<String> ids(Row row) {
    Map<String, String> ids =
        row.isNullAt(row.fieldIndex("external_ids"))
            ? Map.of()
            : row.getJavaMap(row.fieldIndex("external_ids"));
    return new TreeMap<>(ids)
        .entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
  }

  private static List<String> names(List<String> names) {
    return names.stream()
        .map(TitleKey::fold)
        .filter(name -> !name.isEmpty())
        .map(Profile::sorted)
        .distinct()
        .toList();
  }

  private static String sorted(String name) {
    String[] words = name.split(" ", -1);
    Arrays.sort(words);
    return String.join(" ", words);
  }

  private static List<String> strings(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index) ? List.of() : List.copyOf(row.<String>getList(index));
  }
}
