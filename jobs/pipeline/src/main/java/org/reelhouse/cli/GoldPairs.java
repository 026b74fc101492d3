package org.reelhouse.cli;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.match.evaluation.MatchingEvaluation.Pair;

/** A file of judged pairs: {@code left,right} and below it one pair of source ids a line. */
final class GoldPairs {
  private static final List<String> HEADER = List.of("left", "right");

  private GoldPairs() {}

  /**
   * The distinct pairs of a file.
   *
   * @throws PipelineException if the file cannot be read, has another header, or names an id that
   *     neither side has
   */
  static Set<Pair> read(Path file, Set<String> lefts, Set<String> rights) {
    List<@Nullable String[]> lines = lines(file);
    if (lines.isEmpty() || !Arrays.asList(lines.get(0)).equals(HEADER)) {
      throw unreadable(file, "its first line is not left,right");
    }
    Set<Pair> pairs = new LinkedHashSet<>();
    for (@Nullable String[] line : lines.subList(1, lines.size())) {
      if (line.length != 2 || line[0] == null || line[1] == null) {
        throw unreadable(file, "the line " + Arrays.toString(line) + " is no pair of ids");
      }
      pairs.add(
          new Pair(known(line[0], lefts, "left", file), known(line[1], rights, "right", file)));
    }
    return pairs;
  }

  private static String known(String id, Set<String> ids, String side, Path file) {
    if (!ids.contains(id)) {
      throw unreadable(file, "no title on the " + side + " has the source_id " + id);
    }
    return id;
  }

  private static List<@Nullable String[]> lines(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      CsvParserSettings settings = new CsvParserSettings();
      settings.setLineSeparatorDetectionEnabled(true);
      return new CsvParser(settings).parseAll(reader);
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
