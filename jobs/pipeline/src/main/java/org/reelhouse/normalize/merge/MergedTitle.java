package org.reelhouse.normalize.merge;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.TitleColumns;
import org.reelhouse.reference.Genres;

/**
 * The row of {@code silver.source_title} that several records make, column by column: the first
 * record that states a value wins, before any that infers it; lists that the contract keeps sorted
 * are united.
 */
public final class MergedTitle {
  private final List<DraftRecord> records;
  private final @Nullable Object[] values = new Object[TitleColumns.COUNT];
  private final Map<String, String> inferredBy = new TreeMap<>();

  /**
   * A title.
   *
   * @param records the one that stands for the title first
   */
  public MergedTitle(List<DraftRecord> records) {
    this.records = records;
  }

  public Row row() {
    for (int column = 0; column < TitleColumns.COUNT; column++) {
      if (TitleColumns.UNITED.contains(column)) {
        values[column] = stated(united(column));
      } else if (!TitleColumns.DERIVED.contains(column)) {
        values[column] = first(column);
      }
    }
    agreeOnYear();
    derive();
    return RowFactory.create(Arrays.stream(values).map(DraftRows::external).toArray());
  }

  private static @Nullable List<String> stated(Collection<String> texts) {
    return texts.isEmpty() ? null : List.copyOf(texts);
  }

  private @Nullable Object first(int column) {
    Object inferred = null;
    String method = null;
    for (DraftRecord record : records) {
      Object value = record.value(column);
      if (value != null && record.methodFor(column) == null) {
        return value;
      }
      if (value != null && inferred == null) {
        inferred = value;
        method = record.methodFor(column);
      }
    }
    if (method != null) {
      inferredBy.put(TitleColumns.name(column), method);
    }
    return inferred;
  }

  private Set<String> united(int column) {
    Set<String> all = new TreeSet<>();
    records.forEach(record -> all.addAll(record.texts(column)));
    return all;
  }

  /** Year and date may come from two records; the date knows better. */
  private void agreeOnYear() {
    if (values[TitleColumns.RELEASE_DATE] instanceof Date date) {
      values[TitleColumns.RELEASE_YEAR] = date.toLocalDate().getYear();
      inferredBy.remove(TitleColumns.name(TitleColumns.RELEASE_YEAR));
    }
  }

  private void derive() {
    values[TitleColumns.ALT_TITLES] = stated(otherTitles());
    values[TitleColumns.GENRES] = stated(Genres.canonical(rawGenres()));
    Map<String, String> identifiers = externalIds();
    values[TitleColumns.EXTERNAL_IDS] = identifiers.isEmpty() ? null : identifiers;
    values[TitleColumns.INFERRED] = stated(inferredBy.keySet());
    values[TitleColumns.RECORD_HASH] = Fingerprint.ofTitle(values);
    values[TitleColumns.INFERRED_BY] = inferredBy.isEmpty() ? null : inferredBy;
    values[TitleColumns.SNAPSHOT] = records.get(0).snapshot();
    values[TitleColumns.SOURCE_FILE] = records.get(0).file();
  }

  private Collection<String> otherTitles() {
    Set<String> others = united(TitleColumns.ALT_TITLES);
    others.remove(String.valueOf(values[TitleColumns.TITLE]));
    others.remove(String.valueOf(values[TitleColumns.ORIGINAL_TITLE]));
    return others;
  }

  private List<String> rawGenres() {
    return records.stream()
        .map(record -> record.texts(TitleColumns.RAW_GENRES))
        .filter(labels -> !labels.isEmpty())
        .findFirst()
        .map(labels -> (List<String>) new ArrayList<>(new LinkedHashSet<>(labels)))
        .orElse(List.of());
  }

  private Map<String, String> externalIds() {
    Map<String, String> all = new TreeMap<>();
    records.forEach(record -> record.externalIds().forEach(all::putIfAbsent));
    return all;
  }
}
