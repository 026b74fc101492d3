package org.reelhouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param value a number, text, truth value, list of such, map of names to such, or one that is
   *     {@link Shown} otherwise
   * @param note what the value is made of, for people; empty if it explains itself
   */
  public record Fact(String name, Object value, String note) {}

  /**
   * A value of which people read a text of its own, such as a number that counts nothing.
   *
   * @param value for machines
   */
  public record Shown(Object value, String text) {}

  /**
   * Rows that have the same columns.
   *
   * @param name in snake_case, as JSON has it
   * @param columns in snake_case
   * @param rows a value for each column, as in {@link Fact}, or null where there is none; or rows
   *     below this one
   * @param shown rows that people are shown, from the first
   * @param hidden columns that people are not shown; a table of which they are shown none is left
   *     out
   */
  public record Rows(
      String name,
      List<String> columns,
      List<List<@Nullable Object>> rows,
      int shown,
      Set<String> hidden) {
    /** A table without rows yet, all of which are shown. */
    public static Rows of(String name, String... columns) {
      return new Rows(name, List.of(columns), List.of(), Integer.MAX_VALUE, Set.of());
    }

    /** The table with one more row. */
    public Rows with(@Nullable Object... values) {
      return withAll(List.of(row(values)));
    }

    /** The table with more rows, each of which {@link #row} makes. */
    public Rows withAll(List<List<@Nullable Object>> more) {
      List<List<@Nullable Object>> longer = new ArrayList<>(rows);
      for (List<@Nullable Object> row : more) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "%d values for the columns %s".formatted(row.size(), columns));
        }
        longer.add(row);
      }
      return new Rows(name, columns, Collections.unmodifiableList(longer), shown, hidden);
    }

    /** The values of one row. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
      return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The table, of which people are shown the first rows only. */
    public Rows showing(int most) {
      return new Rows(name, columns, rows, most, hidden);
    }

    /** The table, of which people are not shown some columns. */
    public Rows hiding(String... some) {
      return new Rows(name, columns, rows, shown, Set.of(some));
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
