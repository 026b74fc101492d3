package org.reelhouse.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.tables.Table;

/**
 * Builds rows of a table by the names of the columns that matter to a test; the others are null.
 */
public final class Rows {
  private final StructType schema;
  private final List<Row> rows = new ArrayList<>();

  private Rows(StructType schema) {
    this.schema = schema;
  }

  /** No rows yet of this table. */
  public static Rows of(Table table) {
    return new Rows(table.schema());
  }

  /** One more row: column name, value, column name, value … */
  public Rows with(@Nullable Object... namesAndValues) {
    @Nullable Object[] values = new Object[schema.size()];
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values[schema.fieldIndex((String) namesAndValues[i])] = namesAndValues[i + 1];
    }
    rows.add(RowFactory.create(values));
    return this;
  }

  /** The rows as a data frame whose columns may all be null, as the others of a test are. */
  public Dataset<Row> in(SparkSession spark) {
    return spark.createDataFrame(rows, schema.asNullable());
  }

  /** The values of one row by column name, for assertions. */
  public static Map<String, @Nullable Object> valuesOf(Row row) {
    Map<String, @Nullable Object> values = new java.util.LinkedHashMap<>();
    Arrays.stream(row.schema().fieldNames()).forEach(name -> values.put(name, row.getAs(name)));
    return values;
  }
}
