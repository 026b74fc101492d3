package org.reelhouse.match.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.tables.Silver;
import scala.jdk.javaapi.CollectionConverters;

/** A row of {@code silver.source_title} for tests, by the columns that are not empty. */
public record Listing(Map<String, Object> values) {
  private static final StructType SCHEMA = Silver.SOURCE_TITLE.schema();

  public Profile profile() {
    return Profile.ofSourceTitle(row());
  }

  public Listing without(String column) {
    Map<String, Object> others = new HashMap<>(values);
    others.remove(column);
    return new Listing(others);
  }

  public Listing with(String column, Object value) {
    Map<String, Object> others = new HashMap<>(values);
    others.put(column, value);
    return new Listing(others);
  }

  public Row row() {
    @Nullable Object[] cells = new Object[SCHEMA.size()];
    values.forEach((column, value) -> cells[SCHEMA.fieldIndex(column)] = cell(value));
    return new GenericRowWithSchema(cells, SCHEMA);
  }

  private static Object cell(Object value) {
    if (value instanceof List<?> list) {
      return CollectionConverters.asScala(list).toSeq();
    }
    return value instanceof Map<?, ?> map ? CollectionConverters.asScala(map) : value;
  }
}
