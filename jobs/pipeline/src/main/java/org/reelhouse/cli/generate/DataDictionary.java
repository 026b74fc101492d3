package org.reelhouse.cli.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.reelhouse.tables.Table;
import org.reelhouse.tables.Tables;

/** The tables of the lake as Markdown, from their declarations. */
final class DataDictionary {
  private static final Map<String, String> LAYERS =
      Map.of(
          "silver", "what the sources say, cleaned, matched and merged",
          "gold", "the warehouse",
          "ops", "what the pipeline did");

  private DataDictionary() {}

  static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# Data dictionary\n\n");
    page.append(
        "Printed by `reelhouse dictionary`; edit the declarations in `tables`, not this page.\n");
    for (String layer : List.of("silver", "gold", "ops")) {
      page.append("\n## ").append(layer).append(": ").append(LAYERS.get(layer)).append("\n");
      Tables.all().stream()
          .filter(table -> table.layer().equals(layer))
          .forEach(table -> page.append(section(table)));
    }
    return page.toString();
  }

  private static String section(Table table) {
    return Stream.of(
            Stream.of("", "### " + table.name(), "", table.comment(), ""),
            facts(table),
            Stream.of("", "| column | type | | what it is |", "|---|---|---|---|"),
            Arrays.stream(table.schema().fields()).map(DataDictionary::line),
            Stream.of(""))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> facts(Table table) {
    Stream<String> key = Stream.of("- Key: " + names(table.key()));
    Stream<String> layout =
        table.partitionBy().stream()
            .limit(1)
            .map(first -> "- Laid out by: " + names(table.partitionBy()));
    Stream<String> checks =
        table.checks().entrySet().stream()
            .map(check -> "- Check `%s`: `%s`".formatted(check.getKey(), check.getValue()));
    return Stream.of(key, layout, checks).flatMap(lines -> lines);
  }

  private static String line(StructField field) {
    return "| `%s` | `%s` | %s | %s |"
        .formatted(
            field.name(),
            field.dataType().sql().toLowerCase(Locale.ROOT),
            field.nullable() ? "" : "never empty",
            field.getComment().getOrElse(() -> "").replace("|", "\\|"));
  }

  private static String names(List<String> columns) {
    return columns.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
