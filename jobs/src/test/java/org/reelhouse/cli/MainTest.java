package org.reelhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.Job;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(arguments);
  }

  @Test
  void helpListsEveryJobAndEndsWell() {
    int status = run("--help");

    assertThat(status).isZero();
    assertThat(out.toString()).contains(Jobs.all().stream().map(Job::name).toList());
  }

  @Test
  void helpOfAJobNamesItsTables() {
    int status = run("warehouse", "--help");

    assertThat(status).isZero();
    assertThat(out.toString()).contains("silver.title", "gold.dim_title", "--as-of");
  }

  @Test
  void graphPrintsWhatEachJobWaitsFor() {
    int status = run("graph");

    assertThat(status).isZero();
    assertThat(out.toString()).contains("\"name\" : \"warehouse\"", "\"upstream\"");
  }

  @Test
  void noCommandAnUnknownOneAndAnUnknownOptionAreMisuse() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("werehouse")).isEqualTo(2);
    assertThat(run("warehouse", "--lakes", "x")).isEqualTo(2);
    assertThat(run("warehouse", "--as-of", "yesterday")).isEqualTo(2);
    assertThat(err.toString()).contains("Which command?", "werehouse", "--lakes", "yesterday");
  }

  @Test
  void whatAnOperatorCanMendIsOneLineAndNoStackTrace() {
    int status = run("warehouse", "--set", "match.treshold=1", "--lake", folder.toString());

    assertThat(status).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("Cannot use the settings: match.treshold (--set match.treshold=1)");
  }

  @Test
  void anUnknownJobOrFileOfThePipelineSaysWhichThereAre() {
    assertThat(run("pipeline", "--only", "wharehouse")).isEqualTo(1);
    assertThat(run("pipeline", "--conf", folder.resolve("none.yaml").toString())).isEqualTo(1);

    assertThat(err.toString())
        .contains("Cannot run job wharehouse: there is no such job. Choose one of [")
        .contains("none.yaml: no such readable file");
  }
}
