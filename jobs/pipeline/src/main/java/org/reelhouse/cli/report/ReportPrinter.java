package org.reelhouse.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reelhouse.Report;
import org.reelhouse.Report.Shown;

/** Prints every report: as text for people, or as JSON for machines. */
public final class ReportPrinter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportPrinter() {}

  /** Prints one of the two forms. */
  public static void print(PrintWriter out, Report report, boolean json) {
    out.print(json ? json(report).toPrettyString() + System.lineSeparator() : text(report));
    out.flush();
  }

  /** Facts at the top, each table below them as an array of objects. */
  public static ObjectNode json(Report report) {
    ObjectNode json = JSON.createObjectNode();
    report.facts().forEach(fact -> json.set(fact.name(), json(fact.value())));
    report.tables().forEach(table -> json.set(table.name(), json(table)));
    return json;
  }

  private static ArrayNode json(Report.Rows table) {
    ArrayNode rows = JSON.createArrayNode();
    for (List<@Nullable Object> row : table.rows()) {
      ObjectNode one = rows.addObject();
      for (int column = 0; column < row.size(); column++) {
        Object value = row.get(column);
        if (value != null) {
          one.set(table.columns().get(column), json(value));
        }
      }
    }
    return rows;
  }

  private static JsonNode json(Object value) {
    if (value instanceof Report.Rows table) {
      return json(table);
    }
    return JSON.valueToTree(value instanceof Shown shown ? shown.value() : value);
  }

  /** One line for each fact and each row, in aligned columns. */
  public static String text(Report report) {
    StringBuilder text = new StringBuilder();
    int width = report.facts().stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (Report.Fact fact : report.facts()) {
      String note = fact.note().isEmpty() ? "" : "  (" + fact.note() + ")";
      text.append(line(left(words(fact.name()), width) + "  " + shown(fact.value()) + note));
    }
    for (Report.Rows table : report.tables()) {
      if (!table.rows().isEmpty() && !shownColumns(table).isEmpty()) {
        text.append(text.isEmpty() ? "" : System.lineSeparator()).append(text(table));
      }
    }
    return text.toString();
  }

  private static List<Integer> shownColumns(Report.Rows table) {
    return IntStream.range(0, table.columns().size())
        .filter(column -> !table.hidden().contains(table.columns().get(column)))
        .boxed()
        .toList();
  }

  private static String text(Report.Rows table) {
    List<Integer> columns = shownColumns(table);
    boolean nested =
        table.rows().stream()
            .anyMatch(row -> columns.stream().anyMatch(at -> row.get(at) instanceof Report.Rows));
    String rows = nested ? blocks(table, columns) : lines(table, columns);
    int rest = table.rows().size() - table.shown();
    return line(words(table.name()) + ":")
        + rows
        + (rest <= 0 ? "" : line("… %,d more (--json)".formatted(rest)));
  }

  /** Rows that have rows below them, each as a report of its own. */
  private static String blocks(Report.Rows table, List<Integer> columns) {
    return table.rows().stream()
        .limit(table.shown())
        .map(row -> indented(text(block(table, columns, row))))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static Report block(
      Report.Rows table, List<Integer> columns, List<@Nullable Object> row) {
    Report block = Report.EMPTY;
    for (int column : columns) {
      Object value = row.get(column);
      if (value instanceof Report.Rows below) {
        block = block.with(below);
      } else if (value != null) {
        block = block.with(table.columns().get(column), value);
      }
    }
    return block;
  }

  private static String indented(String text) {
    return text.lines().map(line -> line("  " + line)).collect(Collectors.joining());
  }

  private static String lines(Report.Rows table, List<Integer> columns) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(columns.stream().map(column -> words(table.columns().get(column))).toList());
    table.rows().stream()
        .limit(table.shown())
        .forEach(row -> cells.add(columns.stream().map(column -> shown(row.get(column))).toList()));
    List<Boolean> numeric =
        columns.stream().map(column -> isNumeric(table.rows(), column)).toList();
    List<Integer> widths =
        IntStream.range(0, columns.size())
            .mapToObj(place -> cells.stream().mapToInt(row -> row.get(place).length()).max())
            .map(widest -> widest.orElse(0))
            .toList();
    return cells.stream()
        .map(
            row ->
                line(
                    IntStream.range(0, row.size())
                        .mapToObj(
                            place ->
                                numeric.get(place)
                                    ? right(row.get(place), widths.get(place))
                                    : left(row.get(place), widths.get(place)))
                        .collect(Collectors.joining("  "))))
        .collect(Collectors.joining());
  }

  private static boolean isNumeric(List<List<@Nullable Object>> rows, int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .allMatch(value -> value == null || value instanceof Number);
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Shown shown) {
      return shown.text();
    }
    if (value instanceof Boolean truth) {
      return truth ? "yes" : "no";
    }
    if (value instanceof Number number) {
      return value instanceof Double || value instanceof Float
          ? String.format(Locale.ROOT, "%.4f", number.doubleValue())
          : String.format(Locale.ROOT, "%,d", number.longValue());
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(ReportPrinter::shown).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> values) {
      return values.entrySet().stream()
          .map(entry -> entry.getKey() + " " + shown(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String line(String text) {
    return text.stripTrailing() + System.lineSeparator();
  }
}
