package org.reelhouse.match.titles;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.reelhouse.match.clusters.SourcePriority;
import org.reelhouse.tables.Silver;

/**
 * The one record of a work, made of all its source titles.
 *
 * <p>Each column is that of the first source title that states it: those of the sources that {@link
 * Ranking#winners win} the column go first, then the others by priority. What a source inferred
 * counts only where none states it. Genres, keywords, alternative titles and external ids are those
 * of all that state any. The release date agrees with the year, and the votes are those behind the
 * score.
 */
public final class GoldenRecord {
  private static final Set<String> UNITED = Set.of("genres", "keywords");

  /** Columns of {@code silver.source_title} that have no place in a title. */
  private static final Set<String> UNUSED =
      Set.of(
          "raw_genres",
          "inferred_by",
          "platform",
          "date_added",
          "snapshot",
          "source_file",
          "record_hash");

  private final List<Row> ranked;
  private final SourcePriority ranking;
  private final Map<String, String> provenance = new TreeMap<>();

  private GoldenRecord(List<Row> ranked, SourcePriority ranking) {
    this.ranked = ranked;
    this.ranking = ranking;
  }

  /**
   * Merges source titles.
   *
   * @param ranked rows of {@code silver.source_title}, that of the best source first
   * @return column of {@code silver.title}, without {@code title_id}, to its value; lists as {@link
   *     List}, maps as {@link Map}
   */
  public static Map<String, @Nullable Object> of(
      List<Row> ranked, SourcePriority ranking, Collection<String> columns) {
    return new GoldenRecord(ranked, ranking).values(columns);
  }

  /** The columns of {@code silver.source_title} that {@link #of} reads. */
  static Column[] sourceColumns() {
    return Arrays.stream(Silver.SOURCE_TITLE.schema().fieldNames())
        .filter(name -> !UNUSED.contains(name))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private Map<String, @Nullable Object> values(Collection<String> columns) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (String column : columns) {
      values.put(column, value(column));
    }
    values.put("alt_titles", otherTitles(values.get("title"), values.get("original_title")));
    values.put("popularity_source", provenance.get("popularity"));
    values.put("provenance", provenance);
    return values;
  }

  private @Nullable Object value(String column) {
    return switch (column) {
      case "alt_titles", "popularity_source", "provenance" -> null;
      case "sources" -> references();
      case "external_ids" -> externalIds();
      case "release_date" -> winner(column, ofTheYear());
      case "votes" -> winner(column, ofTheScore());
      default -> UNITED.contains(column) ? united(column) : winner(column, ranked);
    };
  }

  private @Nullable Object winner(String column, List<Row> candidates) {
    Row winner = first(column, candidates);
    if (winner == null) {
      return null;
    }
    provenance.put(column, winner.getAs("source"));
    return plain(winner, column);
  }

  private @Nullable Row first(String column, List<Row> candidates) {
    List<Row> inOrder = winnersFirst(column, candidates);
    return Stream.concat(inOrder.stream().filter(row -> !isInferred(row, column)), inOrder.stream())
        .filter(row -> isPresent(row, column))
        .findFirst()
        .orElse(null);
  }

  private List<Row> winnersFirst(String column, List<Row> candidates) {
    List<String> winners = ranking.winners(column);
    return winners.isEmpty() || candidates.size() < 2
        ? candidates
        : candidates.stream().sorted(Comparator.comparingInt(row -> place(row, winners))).toList();
  }

  private static int place(Row row, List<String> winners) {
    int place = winners.indexOf(row.<String>getAs("source"));
    return place < 0 ? winners.size() : place;
  }

  private List<Row> ofTheYear() {
    Row winner = first("release_year", ranked);
    return winner == null
        ? ranked
        : ranked.stream().filter(row -> same("release_year", row, winner)).toList();
  }

  private List<Row> ofTheScore() {
    Row winner = first("score", ranked);
    return winner == null ? ranked : List.of(winner);
  }

  private static boolean same(String column, Row one, Row other) {
    return Objects.equals(one.<Object>getAs(column), other.<Object>getAs(column));
  }

  private static boolean isPresent(Row row, String column) {
    Object value = plain(row, column);
    return value != null && !(value instanceof List<?> list && list.isEmpty());
  }

  private static @Nullable Object plain(Row row, String column) {
    int index = row.fieldIndex(column);
    if (row.isNullAt(index)) {
      return null;
    }
    return row.get(index) instanceof scala.collection.Seq<?> ? row.getList(index) : row.get(index);
  }

  /** What all state together; only where none states anything what all inferred. */
  private @Nullable List<String> united(String column) {
    List<String> stated = united(column, ranked.stream().filter(row -> !isInferred(row, column)));
    List<String> all = stated.isEmpty() ? united(column, ranked.stream()) : stated;
    return all.isEmpty() ? null : all;
  }

  private static List<String> united(String column, Stream<Row> rows) {
    return sorted(rows.flatMap(row -> strings(row, column).stream()));
  }

  private static boolean isInferred(Row row, String column) {
    return strings(row, "inferred").contains(column);
  }

  private @Nullable List<String> otherTitles(@Nullable Object title, @Nullable Object original) {
    List<String> all =
        sorted(
            ranked.stream()
                .flatMap(GoldenRecord::titles)
                .filter(other -> !other.equals(title) && !other.equals(original)));
    return all.isEmpty() ? null : all;
  }

  private static Stream<String> titles(Row row) {
    return Stream.of(
            Stream.ofNullable(row.<String>getAs("title")),
            Stream.ofNullable(row.<String>getAs("original_title")),
            strings(row, "alt_titles").stream())
        .flatMap(titles -> titles);
  }

  private List<String> references() {
    return sorted(ranked.stream().map(GoldenRecord::reference));
  }

  public static String reference(Row row) {
    return row.<String>getAs("source") + ":" + row.<String>getAs("source_id");
  }

  private @Nullable Map<String, String> externalIds() {
    Map<String, String> ids = new TreeMap<>();
    for (Row row : ranked) {
      int index = row.fieldIndex("external_ids");
      if (!row.isNullAt(index)) {
        row.<String, String>getJavaMap(index).forEach(ids::putIfAbsent);
      }
    }
    return ids.isEmpty() ? null : ids;
  }

  private static List<String> strings(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index) ? List.of() : row.getList(index);
  }

  private static List<String> sorted(Stream<String> values) {
    return values.distinct().sorted().toList();
  }
}
