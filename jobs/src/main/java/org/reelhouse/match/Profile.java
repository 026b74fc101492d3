package org.reelhouse.match;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * What is compared of one source title.
 *
 * @param reference source:source_id
 * @param spelling main title in lower case, with its punctuation
 * @param titles texts of the distinct {@link TitleKey}s, the main title first; at most {@value
 *     #MAX_TITLES}
 * @param day release date as days since 1970, unless it is a first of January, which often stands
 *     for the year alone
 * @param seasons number of seasons; of an episode the season it stands in
 * @param episodes number of episodes; of an episode its own number
 * @param series folded name of the series or collection
 * @param directors folded names, as are those of the cast
 * @param ids external ids as {@code namespace=value}, sorted
 */
record Profile(
    String reference,
    String source,
    String kind,
    String spelling,
    List<String> titles,
    @Nullable Integer year,
    @Nullable Long day,
    @Nullable Integer runtime,
    @Nullable Integer seasons,
    @Nullable Integer episodes,
    @Nullable String series,
    @Nullable Double score,
    @Nullable Long members,
    @Nullable String language,
    List<String> countries,
    List<String> genres,
    List<String> directors,
    List<String> cast,
    List<String> ids) {

  private static final Pattern YEAR_SUFFIX = Pattern.compile("\\(((?:18|19|20)\\d\\d)\\)\\s*$");

  /** Bounds the comparisons of one pair; later alternative titles add little. */
  private static final int MAX_TITLES = 12;

  /** Names that billing puts first; the end of a long cast is chance. */
  private static final int MAX_CAST = 20;

  /** The columns of {@code silver.source_title} that are read here. */
  static Column[] columns() {
    return Stream.of(
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
            "external_ids")
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** The profile of a row of {@code silver.source_title}. */
  static Profile ofSourceTitle(Row row) {
    String source = row.getAs("source");
    return new Profile(
        source + ":" + row.<String>getAs("source_id"),
        source,
        row.getAs("kind"),
        row.<String>getAs("title").strip().toLowerCase(Locale.ROOT),
        titleTexts(row),
        year(row),
        day(row.getAs("release_date")),
        row.getAs("runtime_minutes"),
        row.getAs("seasons"),
        row.getAs("episodes"),
        series(row.getAs("collection")),
        row.getAs("score"),
        row.getAs("members"),
        row.getAs("original_language"),
        strings(row, "countries"),
        strings(row, "genres"),
        folded(strings(row, "directors")),
        folded(strings(row, "cast").stream().limit(MAX_CAST).toList()),
        ids(row));
  }

  boolean sharesId(Profile other) {
    return !ids.isEmpty() && ids.stream().anyMatch(other.ids::contains);
  }

  private static List<String> titleTexts(Row row) {
    List<String> titles = new ArrayList<>();
    titles.add(row.getAs("title"));
    String original = row.getAs("original_title");
    if (original != null && !original.isBlank()) {
      titles.add(original);
    }
    titles.addAll(strings(row, "alt_titles"));
    Set<String> texts = new LinkedHashSet<>();
    titles.stream()
        .filter(title -> !title.isBlank())
        .map(TitleKey::of)
        .forEach(key -> texts.add(key.text()));
    return texts.stream().limit(MAX_TITLES).toList();
  }

  /** Whether the numbers of season and episode are its own and not counts. */
  boolean isEpisode() {
    return kind.equals("episode");
  }

  /** Whether its title says no more than its number does. */
  boolean isGeneric() {
    return isEpisode() && titles.stream().allMatch(title -> new TitleKey(title).isGeneric());
  }

  private static @Nullable String series(@Nullable String collection) {
    return collection == null || collection.isBlank() ? null : TitleKey.of(collection).text();
  }

  /** A year in brackets after the title stands in for one that is not stated. */
  private static @Nullable Integer year(Row row) {
    Integer stated = row.getAs("release_year");
    Matcher suffix = YEAR_SUFFIX.matcher(row.<String>getAs("title"));
    return stated == null && suffix.find() ? Integer.valueOf(suffix.group(1)) : stated;
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

  private static List<String> folded(List<String> names) {
    return names.stream().map(TitleKey::fold).filter(name -> !name.isEmpty()).distinct().toList();
  }

  private static List<String> strings(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index) ? List.of() : List.copyOf(row.<String>getList(index));
  }
}
