package org.reelhouse.normalize.draft;

import java.sql.Date;
import java.util.Collection;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.raw.RawRecord;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows that every raw record becomes where its file is read: a draft of a title, or the reason
 * why it is none.
 */
public final class DraftRows {
  /**
   * Where the record lies; {@code raw} only for records that may yet be rejected; {@code title_key}
   * of the title it speaks of; {@code name_key} by which titles of platforms are named; {@code
   * draft} as {@link DraftBytes}.
   */
  public static final StructType SCHEMA =
      StructType.fromDDL(
          """
          source STRING, dataset STRING, snapshot DATE, file STRING, line BIGINT, raw STRING,
          reason STRING, detail STRING, title_key STRING, name_key STRING, draft BINARY
          """);

  private DraftRows() {}

  /**
   * The row of a draft.
   *
   * @param titleKey null where the draft names its titles
   */
  public static Row of(
      RawRecord record, TitleDraft draft, @Nullable String titleKey, @Nullable String nameKey) {
    boolean supplement = draft.value("title") == null;
    return row(
        record,
        supplement ? record.text() : null,
        null,
        null,
        titleKey,
        nameKey,
        DraftBytes.of(draft));
  }

  /** The row of a record that is no draft. */
  public static Row rejected(RawRecord record, String reason, String detail) {
    return row(record, record.text(), reason, detail, null, null, null);
  }

  /** A list as Spark's row encoder wants it; null if it is empty. */
  public static <T> @Nullable Seq<T> sequence(Collection<T> values) {
    return values.isEmpty() ? null : CollectionConverters.asScala(values).toSeq();
  }

  /** A value as Spark's row encoder wants it. */
  @SuppressWarnings("unchecked")
  public static @Nullable Object external(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return CollectionConverters.asScala((Map<String, String>) map);
    }
    return value instanceof Collection<?> list ? sequence(list) : value;
  }

  private static Row row(RawRecord record, @Nullable Object... rest) {
    @Nullable Object[] values = new Object[5 + rest.length];
    values[0] = record.source();
    values[1] = record.dataset();
    values[2] = Date.valueOf(record.snapshot());
    values[3] = record.file();
    values[4] = record.line();
    System.arraycopy(rest, 0, values, 5, rest.length);
    return RowFactory.create(values);
  }
}
