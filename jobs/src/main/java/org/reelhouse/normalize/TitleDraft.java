package org.reelhouse.normalize;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reelhouse.reference.Codes;

/**
 * What one raw record says of one title, column by column; what it does not say is null. A draft
 * without a title supplements the draft of another record with the same {@link #sourceId}.
 */
final class TitleDraft {
  /** Before the first films and beyond any announced one, a year is a slip of the pen. */
  static final int FIRST_YEAR = 1870;

  static final int LAST_YEAR = 2100;

  private final String sourceId;
  private final @Nullable Object[] values = new Object[TitleColumns.COUNT];
  private final Map<String, String> externalIds = new TreeMap<>();
  private final List<CreditDraft> credits = new ArrayList<>();
  private final Map<String, String> inferredBy = new TreeMap<>();
  private final Set<String> issues = new TreeSet<>();

  /** A draft that says nothing yet. */
  TitleDraft(String sourceId) {
    this.sourceId = sourceId;
    values[TitleColumns.SOURCE_ID] = sourceId;
  }

  String sourceId() {
    return sourceId;
  }

  /** The value of a column of {@code silver.source_title}, null if the record does not say. */
  @Nullable Object value(String column) {
    return value(TitleColumns.index(column));
  }

  /** The same by the place of the column. */
  @Nullable Object value(int column) {
    if (column == TitleColumns.EXTERNAL_IDS) {
      return externalIds.isEmpty() ? null : externalIds;
    }
    if (column == TitleColumns.INFERRED) {
      return inferredBy.isEmpty() ? null : inferred();
    }
    if (column == TitleColumns.INFERRED_BY) {
      return inferredBy.isEmpty() ? null : inferredBy;
    }
    return values[column];
  }

  /** The values of {@link TitleColumns#OF_VALUES}. */
  List<@Nullable Object> values() {
    List<@Nullable Object> all = new ArrayList<>(TitleColumns.COUNT);
    for (int column : TitleColumns.OF_VALUES) {
      all.add(value(column));
    }
    return all;
  }

  Map<String, String> externalIds() {
    return externalIds;
  }

  List<CreditDraft> credits() {
    return credits;
  }

  /** Names of columns whose values were inferred and not stated, sorted. */
  Set<String> inferred() {
    return inferredBy.keySet();
  }

  /** Names of those columns to the methods, which are those of {@link Inference}. */
  Map<String, String> inferredBy() {
    return inferredBy;
  }

  /** Checks of {@code ops.data_quality} that a value failed and was left out for, sorted. */
  Set<String> issues() {
    return issues;
  }

  /** The source whose title this is. */
  TitleDraft source(String source) {
    return set("source", source);
  }

  TitleDraft kind(@Nullable String kind) {
    return set("kind", kind);
  }

  TitleDraft title(@Nullable String title) {
    return set("title", title);
  }

  TitleDraft originalTitle(@Nullable String originalTitle) {
    return set("original_title", originalTitle);
  }

  TitleDraft altTitles(@Nullable List<String> altTitles) {
    return set("alt_titles", altTitles);
  }

  /** Sets the release year as well. An implausible date is left out and noted. */
  TitleDraft releaseDate(@Nullable LocalDate releaseDate) {
    if (releaseDate == null) {
      return this;
    }
    if (!plausible(releaseDate.getYear())) {
      issues.add("implausible_release_date");
      return this;
    }
    return releaseYear(releaseDate.getYear()).set("release_date", Date.valueOf(releaseDate));
  }

  /** An implausible year is left out and noted. */
  TitleDraft releaseYear(@Nullable Integer releaseYear) {
    if (releaseYear != null && !plausible(releaseYear)) {
      issues.add("implausible_release_year");
      return this;
    }
    return set("release_year", releaseYear);
  }

  /** Labels as the source spells them; canonical genres follow from them. */
  TitleDraft rawGenres(@Nullable List<String> rawGenres) {
    return set("raw_genres", rawGenres);
  }

  TitleDraft originalLanguage(@Nullable String originalLanguage) {
    return set("original_language", originalLanguage);
  }

  TitleDraft languages(@Nullable List<String> languages) {
    return set("languages", languages);
  }

  TitleDraft countries(@Nullable List<String> countries) {
    return set("countries", countries);
  }

  TitleDraft runtimeMinutes(@Nullable Integer runtimeMinutes) {
    return set("runtime_minutes", runtimeMinutes);
  }

  TitleDraft seasons(@Nullable Integer seasons) {
    return set("seasons", seasons);
  }

  TitleDraft episodes(@Nullable Integer episodes) {
    return set("episodes", episodes);
  }

  TitleDraft overview(@Nullable String overview) {
    return set("overview", overview);
  }

  TitleDraft ageRating(@Nullable String ageRating) {
    return set("age_rating", ageRating);
  }

  TitleDraft status(@Nullable String status) {
    return set("status", status);
  }

  TitleDraft score(@Nullable Double score) {
    return set("score", score);
  }

  TitleDraft votes(@Nullable Long votes) {
    return set("votes", votes);
  }

  TitleDraft members(@Nullable Long members) {
    return set("members", members);
  }

  TitleDraft popularity(@Nullable Double popularity) {
    return set("popularity", popularity);
  }

  TitleDraft budget(@Nullable Long budget) {
    return set("budget", budget);
  }

  TitleDraft revenue(@Nullable Long revenue) {
    return set("revenue", revenue);
  }

  TitleDraft keywords(@Nullable List<String> keywords) {
    return set("keywords", keywords);
  }

  TitleDraft cast(@Nullable List<String> cast) {
    return set("cast", cast);
  }

  TitleDraft directors(@Nullable List<String> directors) {
    return set("directors", directors);
  }

  TitleDraft companies(@Nullable List<String> companies) {
    return set("companies", companies);
  }

  TitleDraft collection(@Nullable String collection) {
    return set("collection", collection);
  }

  TitleDraft platform(@Nullable String platform) {
    return set("platform", platform);
  }

  TitleDraft dateAdded(@Nullable LocalDate dateAdded) {
    return set("date_added", dateAdded == null ? null : Date.valueOf(dateAdded));
  }

  /** An identifier elsewhere: imdb, tmdb, tmdb_tv or mal. */
  TitleDraft externalId(String system, @Nullable String identifier) {
    if (identifier != null) {
      externalIds.put(system, identifier);
    }
    return this;
  }

  TitleDraft credit(CreditDraft credit) {
    credits.add(credit);
    return this;
  }

  /** Marks the value of a column as inferred by a method and not stated by the source. */
  TitleDraft inferred(String column, String method) {
    inferredBy.put(column, method);
    return this;
  }

  /**
   * The value that a parser finds in a text, to be set in a column. A text in which it finds none,
   * though it is neither empty, nor 0, nor a word for a missing value, is noted as left out.
   */
  <T> @Nullable T read(String column, @Nullable String text, Function<String, @Nullable T> parser) {
    T value = text == null ? null : parser.apply(text);
    if (value == null && !Texts.missing(text) && !Numbers.isZero(text)) {
      issue("unreadable_" + column);
    }
    return value;
  }

  /**
   * The codes, sorted, of the names in a cell, to be set in a column; null if there are none. Names
   * that are not known are noted as left out.
   */
  @Nullable List<String> codes(String column, @Nullable String cell, CodeReader reader) {
    if (Texts.missing(cell)) {
      return null;
    }
    Codes read = reader.codes(cell);
    if (!read.unknown().isEmpty()) {
      issue("unreadable_" + column);
    }
    return read.codes().isEmpty() ? null : read.codes().stream().sorted().toList();
  }

  /** How the names in a cell become codes. */
  interface CodeReader {
    Codes codes(@Nullable String cell);
  }

  /** Notes that a value was left out, by the check it failed, such as {@code unreadable_date}. */
  TitleDraft issue(String check) {
    issues.add(check);
    return this;
  }

  private static boolean plausible(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private TitleDraft set(String column, @Nullable Object value) {
    values[TitleColumns.index(column)] = value;
    return this;
  }

  /** All that the draft holds, in lists of plain values. */
  List<@Nullable Object> parts() {
    List<@Nullable Object> parts = new ArrayList<>();
    parts.add(Arrays.asList(values));
    parts.add(List.copyOf(externalIds.keySet()));
    parts.add(List.copyOf(externalIds.values()));
    parts.add(List.copyOf(inferredBy.keySet()));
    parts.add(List.copyOf(inferredBy.values()));
    parts.add(List.copyOf(issues));
    parts.add(credits.stream().map(CreditDraft::parts).toList());
    return parts;
  }

  /** The draft that {@link #parts} were taken from. */
  @SuppressWarnings("unchecked")
  static TitleDraft ofParts(List<@Nullable Object> parts) {
    List<List<?>> lists = (List<List<?>>) (List<?>) parts;
    Object[] values = lists.get(0).toArray();
    TitleDraft draft = new TitleDraft(String.valueOf(values[TitleColumns.SOURCE_ID]));
    System.arraycopy(values, 0, draft.values, 0, values.length);
    putAll(draft.externalIds, (List<String>) lists.get(1), (List<String>) lists.get(2));
    putAll(draft.inferredBy, (List<String>) lists.get(3), (List<String>) lists.get(4));
    draft.issues.addAll((List<String>) lists.get(5));
    lists.get(6).forEach(credit -> draft.credits.add(CreditDraft.ofParts((List<?>) credit)));
    return draft;
  }

  private static void putAll(Map<String, String> map, List<String> keys, List<String> values) {
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
  }
}
