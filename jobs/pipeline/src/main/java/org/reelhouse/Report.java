package org.reelhouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command found out: facts by name and tables of rows. It says nothing of how they are
 * shown; the command line prints every report as text and as JSON from the same values.
 *
 * @param facts in the order in which they are shown; names are unique
 * @param tables below them
 */
public record Report(List<Fact> facts, List<Rows> tables) {
  /** Nothing yet. */
  public static final Report EMPTY = new Report(List.of(), List.of());

  /**
   * One value.
   *
   * @param name in snake_case, as JSON has it
   * @param value a number, text, truth value, list of such, or map of names to such
   * @param note what the value is made of, for people; empty if it explains itself
   */
  public record Fact(String name, Object value, String note) {}

  /**
   * Rows that have the same columns.
   *
   * @param name in snake_case, as JSON has it
   * @param columns in snake_case
   * @param rows a value for each column, as in {@link Fact}, or null where there is none
   * @param shown rows that people are shown, from the first
   */
  public record Rows(
      String name, List<String> columns, List<List<@Nullable Object>> rows, int shown) {
    /** A table without rows yet, all of which are shown. */
    public static Rows of(String name, String... columns) {
      return new Rows(name, List.of(columns), List.of(), Integer.MAX_VALUE);
    }

    /** The table with one more row. */
    public Rows with(@Nullable Object... values) {
      if (values.length != columns.size()) {
        throw new IllegalArgumentException(
            "%d values for the columns %s".formatted(values.length, columns));
      }
      return new Rows(
          name, columns, plus(rows, Collections.unmodifiableList(Arrays.asList(values))), shown);
    }

    /** The table, of which people are shown the first rows only. */
    public Rows showing(int most) {
      return new Rows(name, columns, rows, most);
    }
  }

  /** The report with one more fact. */
  public Report with(String name, Object value) {
    return with(name, value, "");
  }

  /** The report with one more fact and what it is made of. */
  public Report with(String name, Object value, String note) {
    return new Report(plus(facts, new Fact(name, value, note)), tables);
  }

  /** The report with a fact for each entry. */
  public Report withAll(Map<String, ?> more) {
    Report report = this;
    for (Map.Entry<String, ?> entry : more.entrySet()) {
      report = report.with(entry.getKey(), entry.getValue());
    }
    return report;
  }

  /** The report with one more table. */
  public Report with(Rows table) {
    return new Report(facts, plus(tables, table));
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return Collections.unmodifiableList(longer);
  }
}
