package org.reelhouse.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.reelhouse.cli.ReleaseVersion;
import org.reelhouse.cli.jobs.Jobs;
import org.reelhouse.tables.Tables;

/** What the repository says of the code is what the code says. */
class RepositoryTest {
  private static final Path ROOT = Path.of("..", "..");

  @Test
  void whatIsMadeFromTheCodeIsUpToDate() throws IOException {
    for (Map.Entry<Path, String> file : GeneratedFiles.of(ROOT).entrySet()) {
      assertThat(Files.readString(ROOT.resolve(file.getKey())))
          .as("%s: run scripts/generate", file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void theReadmeListsEveryTable() throws IOException {
    List<String> listed =
        Files.readAllLines(ROOT.resolve("README.md")).stream()
            .filter(line -> line.matches("\\| `(silver|gold|ops)\\..*"))
            .toList();

    assertThat(listed)
        .containsExactlyElementsOf(
            Tables.all().stream()
                .map(table -> "| `" + table.name() + "` | " + table.comment() + " |")
                .toList());
  }

  @Test
  void theGraphOfTheDagIsThatOfTheJobs() throws IOException {
    assertThat(Files.readString(ROOT.resolve("dags/graph.json")))
        .as("Run: scripts/generate")
        .isEqualToIgnoringNewLines(GraphCommand.toJson(Jobs.graph()).toPrettyString());
  }

  @Test
  void theVersionStandsInTheRootPomAndTheChangelogHasIt() throws Exception {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String version =
        Pattern.compile("<revision>(.+)</revision>")
            .matcher(pom)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);

    assertThat(new ReleaseVersion().getVersion()).containsExactly("Reelhouse " + version);
    assertThat(Files.readString(ROOT.resolve("CHANGELOG.md")))
        .contains("\n## [" + version + "] - ");
  }
}
