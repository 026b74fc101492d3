package org.reelhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.Job;
import org.reelhouse.PipelineException;
import org.reelhouse.cli.jobs.Jobs;
import org.reelhouse.cli.options.LocalFolder;
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
  void versionIsThatOfTheRelease() {
    int status = run("--version");

    assertThat(status).isZero();
    assertThat(out.toString()).matches("Reelhouse \\d+\\.\\d+\\.\\d+\\R");
  }

  @Test
  void helpOfAJobNamesItsTables() {
    int status = run("warehouse", "--help");

    assertThat(status).isZero();
    assertThat(out.toString()).contains("silver.title", "gold.dim_title", "--as-of");
  }

  @Test
  void listsInAFileWithoutUsersAreMisuse() {
    int status = run("recommend", "--out", folder.resolve("lists.csv").toString());

    assertThat(status).isEqualTo(2);
    assertThat(err.toString()).contains("Cannot write lists to a file without --users");
  }

  @Test
  void ageRatingsKindsAndCountriesOfAFilterThatAreNoneAreMisuse() {
    for (String filter : new String[] {"age-rating=old", "kinds=[opera]", "countries=[Utopia]"}) {
      assertThat(
              run("recommend", "--set", "recommend.filter." + filter, "--lake", folder.toString()))
          .isEqualTo(2);
    }

    assertThat(err.toString())
        .contains("must be any, an age or a label such as PG-13 but is old", "opera", "Utopia");
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
  void aSettingThatCannotBeIsMisuseAndNoStackTrace() {
    int status = run("warehouse", "--set", "match.treshold=1", "--lake", folder.toString());

    assertThat(status).isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Cannot use the settings: match.treshold (--set match.treshold=1)");
  }

  @Test
  void aSettingThatCannotBeEvaluatedWithIsMisuse() {
    int status =
        run("evaluate-matching", "--left=a", "--right=b", "--gold=c", "--set", "match.treshold=1");

    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Cannot use the settings: match.treshold (--set match.treshold=1)");
  }

  @Test
  void anUnknownJobOrFileOfThePipelineSaysWhichThereAre() throws IOException {
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'#', (byte) 0xe9});
    assertThat(run("pipeline", "--only", "wharehouse")).isEqualTo(2);
    assertThat(run("pipeline", "--from", "wharehouse")).isEqualTo(2);
    assertThat(run("pipeline", "--conf", folder.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(run("pipeline", "--conf", latin.toString())).isEqualTo(2);

    assertThat(err.toString())
        .contains("Cannot run job wharehouse: there is no such job. Choose one of ingest, ")
        .contains("none.yaml: no such readable file")
        .contains("latin.yaml: it is no text in UTF-8");
  }

  @Test
  void onlyAJobThatDoesNotWaitForTheFirstIsMisuse() {
    assertThat(run("pipeline", "--from", "warehouse", "--only", "ingest", "warehouse"))
        .isEqualTo(2);

    assertThat(err.toString()).startsWith("Cannot run only ingest from warehouse on");
  }

  @Test
  void misuseIsSaidInTwoLines() {
    run("warehouse", "--as-of", "2026-02-30");
    run("warehouse", "--set", "match");
    run("samples", "--titles", "0", "--ratings", "1", "--out", folder.toString());
    run("sql", "SELECT 1", "--rows", "0");

    assertThat(err.toString().lines())
        .hasSize(8)
        .contains("Invalid value for option '--as-of': '2026-02-30' is no day such as 2026-01-31")
        .contains("reelhouse warehouse --help lists what can be given.")
        .anyMatch(line -> line.startsWith("Cannot make 0 titles"))
        .anyMatch(line -> line.startsWith("Cannot print 0 rows"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM gold.dim_title",
        "UPDATE gold.dim_title SET title = ''",
        "MERGE INTO gold.dim_title t USING gold.dim_title s ON t.title_id = s.title_id WHEN MATCHED THEN DELETE",
        "INSERT INTO gold.dim_title SELECT * FROM gold.dim_title",
        "WITH old AS (SELECT 1) INSERT INTO gold.dim_title SELECT * FROM old",
        "FROM gold.dim_title INSERT INTO gold.dim_title SELECT *",
        "DROP TABLE gold.dim_title",
        "CREATE TABLE copy AS SELECT 1",
        "TRUNCATE TABLE gold.dim_title;",
        "VACUUM gold.dim_title",
        "SET spark.sql.ansi.enabled = false",
        "EXECUTE IMMEDIATE 'DELETE FROM gold.dim_title'",
        "BEGIN DELETE FROM gold.dim_title; END",
        "SELECT 1; DELETE FROM gold.dim_title",
        "SELEC 1",
        ""
      })
  void whatIsNoQueryIsRefusedBeforeItRuns(String statement) {
    assertThat(run("sql", statement, "--lake", folder.toString())).isEqualTo(2);

    assertThat(err.toString())
        .startsWith("Cannot answer the query: ")
        .contains("Give one that begins with SELECT, WITH or VALUES");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sql", "tables"})
  void commandsThatOnlyReadTakeNoOptionsOfRuns(String command) {
    assertThat(run(command, "--help")).isZero();

    assertThat(out.toString())
        .contains("--lake", "--conf", "--set")
        .doesNotContain("--as-of", "--data", "--run-id");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> LocalFolder.of(file + "/lake").orElseThrow().checkWritable())
        .isInstanceOf(PipelineException.class)
        .hasMessage(
            "Cannot use the folder %s/lake: %s is no folder. Name another, or mend its rights."
                .formatted(file, file));
    assertThat(run("samples", "--titles", "1", "--ratings", "0", "--out", file + "/a"))
        .isEqualTo(1);
  }

  @Test
  void storageElsewhereIsNoFolderOfThisMachine() {
    assertThat(LocalFolder.of("s3a://bucket/lake")).isEmpty();
    assertThat(LocalFolder.of("hdfs://name/lake")).isEmpty();
    assertThat(LocalFolder.of(folder.toUri().toString())).isPresent();
    LocalFolder.of(folder.resolve("a/b").toString()).orElseThrow().checkWritable();
  }
}
