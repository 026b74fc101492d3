package org.reelhouse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reelhouse.PipelineException;
import org.reelhouse.match.MatchingWeights;
import org.reelhouse.tables.Tables;

/** What the repository says of the code, made from the code. */
final class GeneratedFiles {
  private static final String TABLES_BEGIN = "| table | a row is |\n|---|---|\n";
  private static final String WEIGHTS_BEGIN = "<!-- weights: begin -->\n";
  private static final String WEIGHTS_END = "<!-- weights: end -->\n";

  private GeneratedFiles() {}

  /**
   * The files as they should be.
   *
   * @param home of the repository
   * @return path below it to text
   */
  static Map<Path, String> of(Path home) throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of("docs/data-dictionary.md"), DataDictionary.markdown());
    files.put(
        Path.of("dags/graph.json"), GraphCommand.toJson(Jobs.graph()).toPrettyString() + "\n");
    Path readme = Path.of("README.md");
    files.put(
        readme, between(Files.readString(home.resolve(readme)), TABLES_BEGIN, "\n", tables()));
    Path matching = Path.of("docs/guide/matching.md");
    files.put(
        matching,
        between(
            Files.readString(home.resolve(matching)),
            WEIGHTS_BEGIN,
            WEIGHTS_END,
            MatchingWeights.markdown()));
    return files;
  }

  /** Writes those that differ and returns them. */
  static List<Path> write(Path home) {
    List<Path> written = new ArrayList<>();
    try {
      for (Map.Entry<Path, String> file : of(home).entrySet()) {
        Path path = home.resolve(file.getKey());
        if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
          Files.writeString(path, file.getValue());
          written.add(file.getKey());
        }
      }
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot generate files in %s: %s. Name the folder of the repository."
              .formatted(home, failure.getMessage()),
          failure);
    }
    return written;
  }

  private static String tables() {
    return Tables.all().stream()
        .map(table -> "| `" + table.name() + "` | " + table.comment() + " |\n")
        .collect(Collectors.joining());
  }

  /** A text with another passage between two marks, which stay. */
  private static String between(String text, String begin, String end, String passage)
      throws IOException {
    int from = text.indexOf(begin) + begin.length();
    int to = (text + "\n").indexOf(end, passageEnd(text, from, end));
    if (from < begin.length() || to < 0) {
      throw new IOException("a mark is missing: " + begin.strip());
    }
    return text.substring(0, from) + passage + text.substring(Math.min(to, text.length()));
  }

  /** Where to look for the end: an empty line ends a table, any other mark stands by itself. */
  private static int passageEnd(String text, int from, String end) {
    int at = from;
    while (end.isBlank() && at < text.length() && text.charAt(at) == '|') {
      at = text.indexOf('\n', at) + 1;
    }
    return at;
  }
}
