package org.reelhouse.normalize.merge;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.tables.Silver;
import scala.collection.immutable.Seq;

/**
 * What the records of one title become together: its row, its credits and findings about it; or,
 * where no record gives the title, one row for each orphan.
 */
public final class MergedRows {
  /**
   * {@code input} is the raw dataset of the record the title stands for; {@code folded} are the
   * other records in it; {@code notes} are measures of {@code ops.data_quality} of which it counts
   * as one each.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("title", Silver.SOURCE_TITLE.schema().asNullable())
          .add(
              "credits",
              DataTypes.createArrayType(Silver.SOURCE_CREDIT.schema().asNullable(), true))
          .merge(
              StructType.fromDDL(
                  """
                  input STRING,
                  folded ARRAY<STRUCT<input: STRING, file: STRING, line: BIGINT>>,
                  notes ARRAY<STRUCT<check: STRING, subject: STRING>>,
                  rejected STRUCT<source: STRING, dataset: STRING, snapshot: DATE, file: STRING,
                      line: BIGINT, reason: STRING, detail: STRING, raw: STRING>
                  """),
              true);

  private MergedRows() {}

  static Row title(
      Row title,
      @Nullable Seq<Row> credits,
      String input,
      @Nullable Seq<Row> folded,
      @Nullable Seq<Row> notes) {
    return RowFactory.create(title, credits, input, folded, notes, null);
  }

  /** The row of a record that speaks of a title which no other record gives. */
  static Row orphan(DraftRecord record) {
    return RowFactory.create(null, null, null, null, null, record.orphaned());
  }
}
