package org.reelhouse.normalize;

import java.sql.Date;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.RawRecord;
import org.reelhouse.lake.Silver;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows that every raw record becomes where its file is read: a draft of a title, or the reason
 * why it is none.
 */
final class DraftRows {
  private static final StructType CREDIT =
      StructType.fromDDL(
          "role STRING, position INT, person_id STRING, name STRING, job STRING, department STRING, character STRING");

  /**
   * Where the record lies; {@code raw} only for records that may yet be rejected; {@code title_key}
   * of the title it speaks of; {@code name_key} by which titles of platforms are named.
   */
  static final StructType SCHEMA =
      StructType.fromDDL(
              "source STRING, dataset STRING, snapshot DATE, file STRING, line BIGINT, raw STRING, reason STRING, detail STRING, title_key STRING, name_key STRING, issues ARRAY<STRING>")
          .add("draft", Silver.SOURCE_TITLE.schema().asNullable())
          .add("credits", org.apache.spark.sql.types.DataTypes.createArrayType(CREDIT));

  private DraftRows() {}

  /**
   * The row of a draft.
   *
   * @param titleKey null where the draft names its titles
   */
  static Row of(
      RawRecord record,
      TitleDraft draft,
      String source,
      @Nullable String titleKey,
      @Nullable String nameKey) {
    boolean supplement = draft.value("title") == null;
    return row(
        record,
        supplement ? record.text() : null,
        null,
        null,
        titleKey,
        nameKey,
        sequence(draft.issues()),
        values(draft, source),
        sequence(draft.credits().stream().map(DraftRows::credit).toList()));
  }

  /** The row of a record that is no draft. */
  static Row rejected(RawRecord record, String reason, String detail) {
    return row(record, record.text(), reason, detail, null, null, null, null, null);
  }

  /** A list as Spark's row encoder wants it; null if it is empty. */
  static <T> @Nullable Seq<T> sequence(Collection<T> values) {
    return values.isEmpty() ? null : CollectionConverters.asScala(values).toSeq();
  }

  /** A map as Spark's row encoder wants it; null if it is empty. */
  static scala.collection.@Nullable Map<String, String> mapping(Map<String, String> values) {
    return values.isEmpty() ? null : CollectionConverters.asScala(values);
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

  private static Row values(TitleDraft draft, String source) {
    String[] columns = Silver.SOURCE_TITLE.schema().fieldNames();
    @Nullable Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Object value = draft.value(columns[i]);
      values[i] = value instanceof List<?> list ? sequence(list) : value;
    }
    values[TitleColumns.SOURCE] = source;
    values[TitleColumns.SOURCE_ID] = draft.sourceId();
    values[TitleColumns.EXTERNAL_IDS] = mapping(draft.externalIds());
    values[TitleColumns.INFERRED] = sequence(draft.inferred());
    return RowFactory.create(values);
  }

  private static Row credit(CreditDraft credit) {
    return RowFactory.create(
        credit.role(),
        credit.position(),
        credit.personId(),
        credit.name(),
        credit.job(),
        credit.department(),
        credit.character());
  }
}
