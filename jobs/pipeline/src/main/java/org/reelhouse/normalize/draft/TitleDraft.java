package org.reelhouse.normalize.draft;

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
import org.reelhouse.normalize.values.Numbers;
import org.reelhouse.normalize.values.PartialDate;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.reference.Codes;
import org.reelhouse.reference.Kind;

/**
 * What one raw record says of one title, column by column; what it does not say is null. A draft
 * without a title supplements the draft of another record with the same {@link #sourceId}.
 */
public final class TitleDraft {
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
  public TitleDraft(String sourceId) {
    this.sourceId = sourceId;
    values[TitleColumns.SOURCE_ID] = sourceId;
  }

  public String sourceId() {
    return sourceId;
  }

  /** The value of a column of {@code silver.source_title}, null if the record does not say. */
  public @Nullable Object value(String column) {
    return value(TitleColumns.index(column));
  }

  /** The same by the place of the column. */
  public @Nullable Object value(int column) {
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
  public List<@Nullable Object> values() {
    List<@Nullable Object> all = new ArrayList<>(TitleColumns.COUNT);
    for (int column : TitleColumns.OF_VALUES) {
      all.add(value(column));
    }
    return all;
  }

  public Map<String, String> externalIds() {
    return externalIds;
  }

  public List<CreditDraft> credits() {
    return credits;
  }

  /** Names of columns whose values were inferred and not stated, sorted. */
  public Set<String> inferred() {
    return inferredBy.keySet();
  }

  /** Names of those columns to the methods, which are those of {@link Inference}. */
  public Map<String, String> inferredBy() {
    return inferredBy;
  }

  /** Checks of {@code ops.data_quality} that a value failed and was left out for, sorted. */
  public Set<String> issues() {
    return issues;
  }

  /** The source whose title this is. */
  public TitleDraft source(String source) {
    return set("source", source);
  }

  public TitleDraft kind(@Nullable Kind kind) {
    return set("kind", kind == null ? null : kind.text());
  }

  public TitleDraft title(@Nullable String title) {
    return set("title", title);
  }

  public TitleDraft originalTitle(@Nullable String originalTitle) {
    return set("original_title", originalTitle);
  }

  public TitleDraft altTitles(@Nullable List<String> altTitles) {
    return set("alt_titles", altTitles);
  }

  /** Sets the release year, and the date where the day is known. */
  public TitleDraft released(PartialDate date) {
    return releaseYear(date.year()).releaseDate(date.date());
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
  public TitleDraft releaseYear(@Nullable Integer releaseYear) {
    if (releaseYear != null && !plausible(releaseYear)) {
      issues.add("implausible_release_year");
      return this;
    }
    return set("release_year", releaseYear);
  }

  /** Labels as the source spells them; canonical genres follow from them. */
  public TitleDraft rawGenres(@Nullable List<String> rawGenres) {
    return set("raw_genres", rawGenres);
  }

  public TitleDraft originalLanguage(@Nullable String originalLanguage) {
    return set("original_language", originalLanguage);
  }

  public TitleDraft languages(@Nullable List<String> languages) {
    return set("languages", languages);
  }

  public TitleDraft countries(@Nullable List<String> countries) {
    return set("countries", countries);
  }

  public TitleDraft runtimeMinutes(@Nullable Integer runtimeMinutes) {
    return set("runtime_minutes", runtimeMinutes);
  }

  public TitleDraft seasons(@Nullable Integer seasons) {
    return set("seasons", seasons);
  }

  public TitleDraft episodes(@Nullable Integer episodes) {
    return set("episodes", episodes);
  }

  public TitleDraft overview(@Nullable String overview) {
    return set("overview", overview);
  }

  public TitleDraft ageRating(@Nullable String ageRating) {
    return set("age_rating", ageRating);
  }

  public TitleDraft status(@Nullable String status) {
    return set("status", status);
  }

  public TitleDraft score(@Nullable Double score) {
    return set("score", score);
  }

  public TitleDraft votes(@Nullable Long votes) {
    return set("votes", votes);
  }

  public TitleDraft members(@Nullable Long members) {
    return set("members", members);
  }

  public TitleDraft popularity(@Nullable Double popularity) {
    return set("popularity", popularity);
  }

  public TitleDraft budget(@Nullable Long budget) {
    return set("budget", budget);
  }

  public TitleDraft revenue(@Nullable Long revenue) {
    return set("revenue", revenue);
  }

  public TitleDraft keywords(@Nullable List<String> keywords) {
    return set("keywords", keywords);
  }

  public TitleDraft cast(@Nullable List<String> cast) {
    return set("cast", cast);
  }

  public TitleDraft directors(@Nullable List<String> directors) {
    return set("directors", directors);
  }

  public TitleDraft companies(@Nullable List<String> companies) {
    return set("companies", companies);
  }

  public TitleDraft collection(@Nullable String collection) {
    return set("collection", collection);
  }

  public TitleDraft platform(@Nullable String platform) {
    return set("platform", platform);
  }

  public TitleDraft dateAdded(@Nullable LocalDate dateAdded) {
    return set("date_added", dateAdded == null ? null : Date.valueOf(dateAdded));
  }

  /** An identifier elsewhere: imdb, tmdb, tmdb_tv or mal. */
  public TitleDraft externalId(String system, @Nullable String identifier) {
    if (identifier != null) {
      externalIds.put(system, identifier);
    }
    return this;
  }

  public TitleDraft credit(CreditDraft credit) {
    credits.add(credit);
    return this;
  }

  /** Marks the value of a column as inferred by a method and not stated by the source. */
  public TitleDraft inferred(String column, String method) {
    inferredBy.put(column, method);
    return this;
  }

  /**
   * The value that a parser finds in a text, to be set in a column. A text in which it finds none,
   * though it is neither empty, nor 0, nor a word for a missing value, is noted as left out.
   */
  public <T> @Nullable T read(
      String column, @Nullable String text, Function<String, @Nullable T> parser) {
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
  public @Nullable List<String> codes(String column, @Nullable String cell, CodeReader reader) {
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
  public interface CodeReader {
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
