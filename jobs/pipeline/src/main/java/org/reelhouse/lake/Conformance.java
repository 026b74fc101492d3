package org.reelhouse.lake;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.PipelineException;
import org.reelhouse.tables.Table;

/** Compares rows with the declaration of the table they are meant for. */
public final class Conformance {
  private Conformance() {}

  /**
   * The rows with their columns in the order of the table.
   *
   * @throws PipelineException naming every column that is missing, unknown or of another type
   */
  public static Dataset<Row> conform(Table table, Dataset<Row> rows) {
    List<String> differences = differences(table.schema(), rows.schema());
    if (!differences.isEmpty()) {
      throw new PipelineException(
          "Cannot write "
              + table
              + ": "
              + String.join("; ", differences)
              + ". Mend the job so that its columns are those of the table.");
    }
    return rows.select(columns(table.schema()));
  }

  /** The columns of a schema in its order. */
  static Column[] columns(StructType schema) {
    return Arrays.stream(schema.fieldNames())
        .map(name -> col("`" + name + "`"))
        .toArray(Column[]::new);
  }

  static boolean sameColumns(StructType present, StructType declared) {
    return differences(declared, present).isEmpty();
  }

  private static List<String> differences(StructType declared, StructType given) {
    Map<String, StructField> fields =
        Arrays.stream(given.fields())
            .collect(
                Collectors.toMap(
                    StructField::name, Function.identity(), (first, second) -> second));
    List<String> differences = new ArrayList<>();
    if (fields.size() != given.fields().length) {
      differences.add("a column name occurs twice");
    }
    for (StructField field : declared.fields()) {
      StructField actual = fields.remove(field.name());
      if (actual == null) {
        differences.add("column " + field.name() + " is missing");
      } else if (!sameType(actual.dataType(), field.dataType())) {
        differences.add(
            "column %s is %s instead of %s"
                .formatted(field.name(), actual.dataType().sql(), field.dataType().sql()));
      }
    }
    fields.keySet().stream()
        .sorted()
        .forEach(name -> differences.add("column " + name + " is unknown"));
    return differences;
  }

  private static boolean sameType(DataType left, DataType right) {
    return DataType.equalsStructurally(left, right, true);
  }
}
