package org.reelhouse.match.evaluation;

import com.univocity.parsers.common.TextParsingException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.match.evaluation.MatchingEvaluation.Pair;
import org.reelhouse.raw.CsvInput;

/** A file of judged pairs: {@code left,right} and below it one pair of source ids a line. */
public final class GoldPairs {
  private static final List<String> HEADER = List.of("left", "right");

  private GoldPairs() {}

  /**
   * The distinct pairs of a file.
   *
   * @throws PipelineException if the file cannot be read, has another header, or names an id that
   *     neither side has
   */
  public static Set<Pair> read(Path file, Set<String> lefts, Set<String> rights) {
    List<CsvInput.Line> lines = lines(file);
    if (lines.isEmpty() || !lines.get(0).cells().equals(HEADER)) {
      throw unreadable(file, "its first line is not left,right");
    }
    Set<Pair> pairs = new LinkedHashSet<>();
    for (CsvInput.Line line : lines.subList(1, lines.size())) {
      List<@Nullable String> ids = line.cells();
      if (ids.size() != 2 || ids.get(0) == null || ids.get(1) == null) {
        throw unreadable(file, "line %d, %s, is no pair of ids".formatted(line.number(), ids));
      }
      pairs.add(
          new Pair(
              known(ids.get(0), lefts, "left", file), known(ids.get(1), rights, "right", file)));
    }
    return pairs;
  }

  private static String known(String id, Set<String> ids, String side, Path file) {
    if (!ids.contains(id)) {
      throw unreadable(file, "no title on the " + side + " has the source_id " + id);
    }
    return id;
  }

  private static List<CsvInput.Line> lines(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return CsvInput.read(reader);
    } catch (IOException | TextParsingException failure) {
      throw unreadable(file, "no such readable file");
    }
  }

  private static PipelineException unreadable(Path file, String why) {
    return new PipelineException(
        "Cannot read judged pairs from %s: %s. Give it the header left,right and source ids of the two catalogues."
            .formatted(file, why));
  }
}
