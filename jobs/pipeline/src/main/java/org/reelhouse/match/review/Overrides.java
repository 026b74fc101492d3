package org.reelhouse.match.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.raw.CsvInput;
import org.reelhouse.storage.TextFiles;

/**
 * What a person decided about pairs of source titles. It wins over every score.
 *
 * @param pairs each pair once, the smaller reference first, in the order of the file
 */
public record Overrides(List<Decision> pairs) {
  private static final String BUILT_IN = "conf/match-overrides.csv";

  private static final List<String> COLUMNS = List.of("left", "right", "decision", "who", "why");

  /**
   * One decision.
   *
   * @param left source:source_id, smaller than {@code right} in string order
   * @param same whether both are the same work
   */
  public record Decision(String left, String right, boolean same, String who, String why) {

    /** The decision in words. */
    String reason() {
      return "decided %s by %s: %s".formatted(same ? "same" : "different", who, why);
    }
  }

  /**
   * Reads a CSV file with the columns left, right, decision (same or different), who and why; lines
   * that begin with # are comments.
   *
   * @param location path or URI; null for {@code conf/match-overrides.csv} as it was built in
   * @throws PipelineException naming file and line, if a line cannot be understood or contradicts
   *     others
   */
  public static Overrides read(@Nullable String location, Configuration storage) {
    String name = location == null ? BUILT_IN : location;
    try (InputStream bytes = location == null ? builtIn() : TextFiles.open(storage, location);
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      return parse(name, text);
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot read %s: %s. match.overrides names it; mend the path."
              .formatted(name, failure.getMessage()),
          failure);
    }
  }

  private static InputStream builtIn() {
    InputStream bytes = Overrides.class.getResourceAsStream("/" + BUILT_IN);
    if (bytes == null) {
      throw new PipelineException(
          "Cannot read " + BUILT_IN + ": it is not on the class path. Build the jar again.");
    }
    return bytes;
  }

  static Overrides parse(String name, String text) {
    return parse(name, new StringReader(text));
  }

  private static Overrides parse(String name, Reader text) {
    List<CsvInput.Line> rows = CsvInput.read(text);
    requireColumns(name, rows);
    List<Decision> pairs = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    for (CsvInput.Line row : rows.subList(1, rows.size())) {
      long line = row.number();
      Decision pair = pair(row.cells(), name, line);
      Long earlier = lines.putIfAbsent(pair.left() + " " + pair.right(), line);
      if (earlier != null) {
        throw wrong(name, line, "the pair stands in line " + earlier + " already");
      }
      pairs.add(pair);
    }
    requireNoContradiction(name, pairs);
    return new Overrides(List.copyOf(pairs));
  }

  private static void requireColumns(String name, List<CsvInput.Line> rows) {
    if (rows.isEmpty() || !rows.get(0).cells().equals(COLUMNS)) {
      throw wrong(name, 1, "the columns must be " + String.join(",", COLUMNS));
    }
  }

  private static Decision pair(List<@Nullable String> row, String name, long line) {
    String[] cells = row.stream().filter(Objects::nonNull).toArray(String[]::new);
    if (row.size() != COLUMNS.size() || cells.length != row.size()) {
      throw wrong(name, line, "a line needs all of " + String.join(", ", COLUMNS));
    }
    String left = reference(cells[0], name, line);
    String right = reference(cells[1], name, line);
    if (left.equals(right)) {
      throw wrong(name, line, left + " stands on both sides");
    }
    boolean same =
        switch (cells[2]) {
          case "same" -> true;
          case "different" -> false;
          default -> throw wrong(name, line, "decision is " + cells[2] + ", not same or different");
        };
    return left.compareTo(right) < 0
        ? new Decision(left, right, same, cells[3], cells[4])
        : new Decision(right, left, same, cells[3], cells[4]);
  }

  private static String reference(String cell, String name, long line) {
    int colon = cell.indexOf(':');
    if (colon < 1 || colon == cell.length() - 1) {
      throw wrong(name, line, cell + " is not of the form source:source_id");
    }
    return cell;
  }

  /** Titles decided to be the same, directly or through others, cannot be decided different. */
  private static void requireNoContradiction(String name, List<Decision> pairs) {
    Map<String, Set<String>> works = new HashMap<>();
    for (Decision pair : pairs) {
      if (pair.same()) {
        Set<String> work = works.computeIfAbsent(pair.left(), Overrides::alone);
        work.addAll(works.getOrDefault(pair.right(), alone(pair.right())));
        work.forEach(reference -> works.put(reference, work));
      }
    }
    for (Decision pair : pairs) {
      if (!pair.same() && works.getOrDefault(pair.left(), Set.of()).contains(pair.right())) {
        throw new PipelineException(
            "Cannot use %s: %s and %s are decided different, yet other lines make them the same. Remove one of the lines."
                .formatted(name, pair.left(), pair.right()));
      }
    }
  }

  private static Set<String> alone(String reference) {
    return new HashSet<>(Set.of(reference));
  }

  private static PipelineException wrong(String name, long line, String problem) {
    return new PipelineException(
        "Cannot read %s line %d: %s. Mend the line.".formatted(name, line, problem));
  }

  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /** Reference to those that people decided to be another work. */
  public Map<String, Set<String>> apart() {
    Map<String, Set<String>> apart = new HashMap<>();
    for (Decision pair : pairs) {
      if (!pair.same()) {
        apart.computeIfAbsent(pair.left(), left -> new HashSet<>()).add(pair.right());
        apart.computeIfAbsent(pair.right(), right -> new HashSet<>()).add(pair.left());
      }
    }
    return apart;
  }
}
