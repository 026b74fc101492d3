package org.reelhouse.cli.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reelhouse.PipelineException;
import org.reelhouse.cli.jobs.Jobs;
import org.reelhouse.match.MatchingWeights;
import org.reelhouse.tables.Tables;

/** What the repository says of the code, made from the code. */
final class GeneratedFiles {
  private static final Path README = Path.of("README.md");
  private static final Path MATCHING = Path.of("docs/guide/matching.md");

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
    files.put(README, passage(home, README, "tables", tables()));
    files.put(MATCHING, passage(home, MATCHING, "weights", MatchingWeights.markdown()));
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
        .collect(Collectors.joining("", "| table | a row is |\n|---|---|\n", ""));
  }

  /** The text of a file with another passage between its two marks, which stay. */
  private static String passage(Path home, Path file, String name, String passage)
      throws IOException {
    String text = Files.readString(home.resolve(file));
    String begin = "<!-- %s: begin -->\n".formatted(name);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- %s: end -->\n".formatted(name), from);
    if (from < begin.length() || to < 0) {
      throw new IOException("%s lacks the marks of the passage %s".formatted(file, name));
    }
    return text.substring(0, from) + passage + text.substring(to);
  }
}
