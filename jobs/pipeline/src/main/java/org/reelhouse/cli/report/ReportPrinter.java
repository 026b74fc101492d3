package org.reelhouse.cli.report;

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
    report.facts().forEach(fact -> json.set(fact.name(), JSON.valueToTree(fact.value())));
    for (Report.Rows table : report.tables()) {
      ArrayNode rows = json.putArray(table.name());
      for (List<@Nullable Object> row : table.rows()) {
        ObjectNode one = rows.addObject();
        for (int column = 0; column < row.size(); column++) {
          if (row.get(column) != null) {
            one.set(table.columns().get(column), JSON.valueToTree(row.get(column)));
          }
        }
      }
    }
    return json;
  }

  /** One line for each fact and each row, in aligned columns. */
  public static String text(Report report) {
    StringBuilder text = new StringBuilder();
    int width = report.facts().stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
    for (Report.Fact fact : report.facts()) {
      String note = fact.note().isEmpty() ? "" : "  (" + fact.note() + ")";
      text.append(line(left(words(fact.name()), width) + "  " + shown(fact.value()) + note));
    }
    report.tables().stream()
        .filter(table -> !table.rows().isEmpty())
        .forEach(table -> text.append(System.lineSeparator()).append(text(table)));
    return text.toString();
  }

  private static String text(Report.Rows table) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(table.columns().stream().map(ReportPrinter::words).toList());
    table.rows().stream()
        .limit(table.shown())
        .forEach(row -> cells.add(row.stream().map(ReportPrinter::shown).toList()));
    List<Boolean> numeric =
        IntStream.range(0, table.columns().size())
            .mapToObj(column -> isNumeric(table.rows(), column))
            .toList();
    List<Integer> widths =
        IntStream.range(0, table.columns().size())
            .mapToObj(column -> cells.stream().mapToInt(row -> row.get(column).length()).max())
            .map(widest -> widest.orElse(0))
            .toList();
    StringBuilder text = new StringBuilder(line(words(table.name()) + ":"));
    for (List<String> row : cells) {
      text.append(
          line(
              IntStream.range(0, row.size())
                  .mapToObj(
                      column ->
                          numeric.get(column)
                              ? right(row.get(column), widths.get(column))
                              : left(row.get(column), widths.get(column)))
                  .collect(Collectors.joining("  "))));
    }
    int hidden = table.rows().size() - table.shown();
    return hidden <= 0 ? text.toString() : text + line("… %,d more (--json)".formatted(hidden));
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
