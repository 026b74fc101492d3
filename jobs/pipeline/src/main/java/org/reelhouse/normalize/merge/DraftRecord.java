package org.reelhouse.normalize.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.CreditDraft;
import org.reelhouse.normalize.draft.DraftBytes;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.TitleColumns;
import org.reelhouse.normalize.draft.TitleDraft;

/** A row of {@link DraftRows} that holds a draft, seen while it is merged. */
public final class DraftRecord {
  /** Fuller drafts first; then by content, so that the order in the files does not matter. */
  static final Comparator<DraftRecord> FULLEST_FIRST =
      Comparator.comparingInt(DraftRecord::fullness)
          .reversed()
          .thenComparing(DraftRecord::fingerprint)
          .thenComparing(DraftRecord::input)
          .thenComparing(DraftRecord::file)
          .thenComparingLong(DraftRecord::line);

  private static final int DRAFT = DraftRows.SCHEMA.fieldIndex("draft");
  private static final int NAME_KEY = DraftRows.SCHEMA.fieldIndex("name_key");
  private static final int RAW = DraftRows.SCHEMA.fieldIndex("raw");

  private final Row row;
  private final TitleDraft draft;
  private @Nullable String fingerprint;

  public DraftRecord(Row row) {
    this.row = row;
    this.draft = DraftBytes.draft(row.getAs(DRAFT));
  }

  boolean givesTitle() {
    return draft.value(TitleColumns.TITLE) != null;
  }

  @Nullable Object value(int column) {
    return draft.value(column);
  }

  /** The texts of a list column, none if the record does not say. */
  @SuppressWarnings("unchecked")
  List<String> texts(int column) {
    Object value = draft.value(column);
    return value == null ? List.of() : (List<String>) value;
  }

  /** How the record inferred its value of a column; null if it states it, or has none. */
  @Nullable String methodFor(int column) {
    return draft.inferredBy().get(TitleColumns.name(column));
  }

  Map<String, String> externalIds() {
    return draft.externalIds();
  }

  List<CreditDraft> credits() {
    return draft.credits();
  }

  Set<String> issues() {
    return draft.issues();
  }

  String source() {
    return row.getString(0);
  }

  String input() {
    return "raw/" + row.getString(0) + "/" + row.getString(1);
  }

  Object snapshot() {
    return Objects.requireNonNull(row.get(2));
  }

  String file() {
    return row.getString(3);
  }

  private long line() {
    return row.getLong(4);
  }

  /** Where the record lies, to count it once however many titles it went into. */
  Row place() {
    return RowFactory.create(input(), file(), line());
  }

  /** The title the record speaks of, in words. */
  private String titleName() {
    String nameKey = row.getString(NAME_KEY);
    return nameKey != null ? nameKey : draft.value(TitleColumns.SOURCE) + ":" + draft.sourceId();
  }

  /** The record as an orphan, in the columns of {@link MergedRows}. */
  Row orphaned() {
    return RowFactory.create(
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3),
        row.get(4),
        "orphan",
        "no record gives the title that this one adds to: " + titleName(),
        row.getString(RAW));
  }

  private int fullness() {
    int stated = credits().isEmpty() ? 0 : 1;
    for (Object value : draft.values()) {
      stated += value == null ? 0 : 1;
    }
    return stated;
  }

  private String fingerprint() {
    if (fingerprint == null) {
      List<List<@Nullable Object>> credits = credits().stream().map(CreditDraft::parts).toList();
      fingerprint =
          Fingerprint.of(
              draft.values(),
              credits.isEmpty() ? null : credits,
              issues().isEmpty() ? null : issues());
    }
    return fingerprint;
  }
}
