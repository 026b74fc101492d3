package org.reelhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

@Isolated("sets properties of the JVM that Spark reads")
class ConfigShowTest {
  private static final String SUBMITTED = "spark.hadoop.fs.s3a.endpoint";
  private static final String SECRET = "spark.hadoop.fs.s3a.secret.key";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @AfterEach
  void forgetsWhatSparkSubmitSets() {
    System.clearProperty(SUBMITTED);
    System.clearProperty(SECRET);
  }

  private int show(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 2];
    all[0] = "config";
    all[1] = "show";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return commandLine.execute(all);
  }

  private JsonNode shown(String... arguments) throws IOException {
    assertThat(show(arguments)).as(err.toString()).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  private Path overlay(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void eachSettingHasTheFileAndLineOrTheOptionThatSetItLast() throws IOException {
    Path mine = overlay("mine.yaml", "# mine\nmatch:\n  max-block: 9\n  threshold: 0.5\n");

    JsonNode settings =
        shown(
                "--profile=laptop",
                "--conf=" + mine,
                "--set=match.threshold=0.6",
                "--set=spark.eventLog.enabled=true",
                "--json")
            .path("settings");

    assertThat(settings.path("match.threshold").path("value").asDouble()).isEqualTo(0.6);
    assertThat(settings.path("match.threshold").path("origin").asText())
        .isEqualTo("--set match.threshold=0.6");
    assertThat(settings.path("match.max-block").path("origin").asText()).isEqualTo(mine + ":3");
    assertThat(settings.path("match.review-rows").path("origin").asText())
        .startsWith("conf/reference.yaml:");
    assertThat(settings.path("sources.tmdb.priority").path("origin").asText())
        .startsWith("conf/sources.yaml:");
    assertThat(settings.path("spark.sql.adaptive.enabled").path("origin").asText())
        .startsWith("conf/profiles/laptop.yaml:");
    assertThat(settings.path("spark.eventLog.enabled").path("origin").asText())
        .isEqualTo("--set spark.eventLog.enabled=true");
    assertThat(settings.path("spark.sql.extensions").path("origin").asText()).isEqualTo("required");
  }

  @Test
  void whatSparkSubmitSetsGoesBeforeTheFilesAndSecretsAreHidden() throws IOException {
    System.setProperty(SUBMITTED, "http://127.0.0.1:9000");
    System.setProperty(SECRET, "hush");

    JsonNode settings =
        shown("--set=" + SUBMITTED + "=http://elsewhere", "--json", "spark").path("settings");

    assertThat(settings.path(SUBMITTED).path("value").asText()).isEqualTo("http://127.0.0.1:9000");
    assertThat(settings.path(SUBMITTED).path("origin").asText()).isEqualTo("spark-submit");
    assertThat(settings.has(SECRET)).isTrue();
    assertThat(out.toString()).doesNotContain("hush");
  }

  @Test
  void optionsOfTheJvmComeWithTheirLineInTheProfile() throws IOException {
    String option =
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().get(0);
    Path mine = overlay("mine.yaml", "{}");
    overlay("mine.jvm", "# why\n" + option + " # and its figure\n");

    JsonNode jvm = shown("--profile=" + mine, "--json", "jvm").path("jvm");

    assertThat(jvm).isNotEmpty();
    assertThat(jvm.get(0).path("value").asText()).isEqualTo(option);
    assertThat(jvm.get(0).path("origin").asText()).isEqualTo(folder.resolve("mine.jvm") + ":2");
  }

  @Test
  void textHasOneLineForEachSettingOfTheKeysAsked() {
    assertThat(show("--profile=laptop", "recommend.content")).isZero();

    assertThat(out.toString().lines())
        .contains("Profile laptop")
        .filteredOn(line -> line.startsWith("recommend.content."))
        .hasSize(7)
        .allMatch(line -> line.contains("conf/reference.yaml:"));
  }

  @Test
  void unknownProfilesAndKeysAreMisuse() {
    assertThat(show("--profile=lapdog")).isEqualTo(2);
    assertThat(show("--profile=" + folder.resolve("none.yaml"))).isEqualTo(2);
    assertThat(show("recommended")).isEqualTo(2);

    assertThat(err.toString())
        .contains("Cannot use the profile lapdog: there is none of that name")
        .contains("none.yaml: no such readable file. Mend --profile.")
        .contains("Cannot show recommended: there is no such key");
  }

  @Test
  void filesAreReadByUriAndByTheNameOfWhatSparkSubmitSentAlong() throws IOException {
    Path mine = overlay("sent.yaml", "match: {max-block: 11}\n");

    assertThat(show("match.max-block", "--conf=" + mine.toUri())).isZero();
    System.setProperty("spark.files", "file:/elsewhere/other.yaml," + mine.toUri());
    try {
      assertThat(show("match.max-block", "--conf=sent.yaml")).isZero();
    } finally {
      System.clearProperty("spark.files");
    }

    assertThat(out.toString()).contains("11  " + mine.toUri() + ":1").contains("11  sent.yaml:1");
    assertThat(show("--conf=sent.yaml")).isEqualTo(2);
    assertThat(show("--conf=nowhere://bucket/sent.yaml")).isEqualTo(2);
    assertThat(err.toString())
        .contains("sent.yaml: no such readable file. Mend --conf.")
        .contains("nowhere://bucket/sent.yaml: No FileSystem for scheme");
  }
}
