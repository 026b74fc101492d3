package org.reelhouse.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;

/**
 * The declaration of one table: at once the reader's schema, the Delta table, its documentation and
 * its constraints.
 *
 * @param name layer and table, such as {@code silver.title}; also the path below the lake
 * @param comment one sentence: what a row is
 * @param schema columns with types, nullability and comments
 * @param key columns whose values name a row; unique together
 * @param partitionBy columns by which the files are laid out, and by whose values a slice of the
 *     table can be replaced
 * @param checks constraint name to SQL condition that holds for each row
 * @param runColumns columns that tell of the run or of the physical file and not of the content
 *     (times, versions, line numbers); they do not enter the content hash
 */
public record Table(
    String name,
    String comment,
    StructType schema,
    List<String> key,
    List<String> partitionBy,
    Map<String, String> checks,
    Set<String> runColumns) {

  public Table {
    List<String> columns = Arrays.asList(schema.fieldNames());
    for (List<String> named : List.of(key, partitionBy, List.copyOf(runColumns))) {
      if (!columns.containsAll(named)) {
        throw new IllegalArgumentException(name + " has no such columns: " + named);
      }
    }
  }

  /** A table from its DDL: columns separated by commas, each with an optional COMMENT. */
  public static Table of(String name, String comment, String ddl, String... key) {
    return new Table(
        name, comment, StructType.fromDDL(ddl), List.of(key), List.of(), Map.of(), Set.of());
  }

  public Table partitionedBy(String... columns) {
    return new Table(name, comment, schema, key, List.of(columns), checks, runColumns);
  }

  public Table check(String constraint, String condition) {
    Map<String, String> more = new LinkedHashMap<>(checks);
    more.put(constraint, condition);
    return new Table(name, comment, schema, key, partitionBy, more, runColumns);
  }

  /** Checks that a column holds one of some words; the constraint is {@code <column>_known}. */
  Table oneOf(String column, List<String> words) {
    return check(
        column + "_known",
        words.stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(",", column + " IN (", ")")));
  }

  public Table runColumns(String... columns) {
    return new Table(
        name, comment, schema, key, partitionBy, checks, new LinkedHashSet<>(List.of(columns)));
  }

  /** Silver, gold or ops. */
  public String layer() {
    return name.substring(0, name.indexOf('.'));
  }

  /** The folder below the lake, such as {@code silver/title}. */
  public String path() {
    return name.replace('.', '/');
  }

  @Override
  public String toString() {
    return name;
  }
}
