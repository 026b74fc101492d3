package org.reelhouse.lake;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.reelhouse.tables.Table;

/**
 * The number of rows of a table and a hash of their values.
 *
 * <p>Each row hashes to 64 bits (xxHash64 over its columns, maps as entries sorted by key); the
 * rows' hashes are combined by sum and exclusive or, so that neither the order of the rows nor the
 * files they lie in matters. {@linkplain Table#runColumns Run columns} do not enter.
 *
 * @param rows number of rows
 * @param hash 32 hexadecimal digits; zeros for no rows
 */
public record ContentHash(long rows, String hash) {

  /** The hash of these rows as the content of a table. */
  public static ContentHash of(Table table, Dataset<Row> rows) {
    Column hash = ofRow(table, field -> !table.runColumns().contains(field.name())).as("hash");
    Row result =
        rows.select(hash)
            .agg(count(lit(1)), sum(col("hash").cast("decimal(38,0)")), bit_xor(col("hash")))
            .head();
    if (result.getLong(0) == 0) {
      return new ContentHash(0, "0".repeat(32));
    }
    BigDecimal total = Objects.requireNonNull(result.getDecimal(1));
    return new ContentHash(
        result.getLong(0),
        "%016x%016x".formatted(total.toBigInteger().longValue(), result.getLong(2)));
  }

  /** The 64-bit hash of a row of a table over some of its columns. */
  public static Column ofRow(Table table, Predicate<StructField> columns) {
    return marked(
        Arrays.stream(table.schema().fields())
            .filter(columns)
            .map(ContentHash::hashable)
            .toArray(Column[]::new));
  }

  /** Nulls do not enter xxHash64, so their places do: (1, null) and (null, 1) differ. */
  private static Column marked(Column[] columns) {
    Column[] marked = new Column[columns.length * 2];
    for (int i = 0; i < columns.length; i++) {
      marked[2 * i] = columns[i].isNull();
      marked[2 * i + 1] = columns[i];
    }
    return xxhash64(marked);
  }

  private static Column hashable(StructField field) {
    Column column = col("`" + field.name() + "`");
    return field.dataType() instanceof MapType ? array_sort(map_entries(column)) : column;
  }
}
