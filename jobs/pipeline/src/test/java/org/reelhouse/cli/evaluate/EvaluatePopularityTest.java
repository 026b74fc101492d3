package org.reelhouse.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.Report;
import org.reelhouse.cli.Main;
import org.reelhouse.cli.options.SettingsOptions;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.DeltaLake;
import org.reelhouse.testing.SparkTest;
import picocli.CommandLine;

@SparkTest
final class EvaluatePopularityTest {
  private static final Path TMDB = Path.of("..", "..", "data-samples", "tmdb");
  private static final Map<String, Path> FILES =
      Map.of(
          "tmdb-csv", TMDB.resolve("tmdb_5000_movies.csv.gz"),
          "tmdb-credits-csv", TMDB.resolve("tmdb_5000_credits.csv.gz"));

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void measuresTheForestBesideTheMeanOnTitlesThatTrainingDidNotSee(SparkSession spark) {
    JsonNode report = ReportPrinter.json(measured(spark, settings("popularity")));

    assertThat(report.path("source_titles").asInt()).isGreaterThan(300);
    assertThat(report.path("splits"))
        .extracting(split -> split.path("split").asText() + " " + split.path("model").asText())
        .containsExactly(
            "random forest",
            "random last value",
            "random mean",
            "release date forest",
            "release date last value",
            "release date mean");
    JsonNode forest = report.path("splits").get(0);
    assertThat(forest.path("r2").asDouble())
        .isGreaterThan(report.path("splits").get(1).path("r2").asDouble())
        .isGreaterThan(report.path("splits").get(2).path("r2").asDouble());
    assertThat(forest.path("coverage").asDouble()).isBetween(0.5, 1.0);
    assertThat(forest.path("width").asDouble()).isPositive();
    assertThat(report.path("groups"))
        .extracting(group -> group.path("group").asText())
        .contains("region")
        .noneMatch(group -> group.startsWith("source"));
    assertThat(forest.path("titles").asInt()).isBetween(30, 100);
    assertThat(report.path("features").get(0).path("importance").asDouble()).isPositive();
    assertThat(report.path("features").get(0).path("permutation_importance").isDouble()).isTrue();
  }

  @Test
  @Tag("slow")
  void saysThatTheFilesTellNoPopularity(SparkSession spark) {
    assertThatThrownBy(() -> measured(spark, settings("members")))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("are released and have a popularity");
  }

  @Test
  void refusesAColumnThatTellsNoPopularity() {
    CommandLine command = Main.commandLine();
    var parsed =
        command.parseArgs(
            "evaluate-popularity", "--file", "tmdb-csv=" + FILES.get("tmdb-csv"), "--column=score");
    var evaluation = (EvaluatePopularityCommand) parsed.subcommand().commandSpec().userObject();

    assertThat(
            catchThrowableOfType(CommandLine.ParameterException.class, evaluation::call)
                .getMessage())
        .startsWith("Cannot evaluate: --column must be one of popularity, members");
  }

  @Test
  void saysThatAFileIsNotThere() {
    CommandLine command = Main.commandLine();
    var parsed = command.parseArgs("evaluate-popularity", "--file", "tmdb-csv=absent.csv");
    var evaluation = (EvaluatePopularityCommand) parsed.subcommand().commandSpec().userObject();

    assertThatThrownBy(evaluation::call)
        .isInstanceOf(PipelineException.class)
        .hasMessage("Cannot evaluate on absent.csv: no such readable file. Mend --file.");
  }

  private Report measured(SparkSession spark, Settings settings) {
    DeltaLake lake = new DeltaLake(spark, folder.toString(), "test");
    return EvaluatePopularityCommand.measured(lake, LocalDate.parse("2026-01-01"), settings);
  }

  private static Settings settings(String column) {
    return EvaluatePopularityCommand.settings(
        CommandLine.populateCommand(new SettingsOptions()).settings(), FILES, column);
  }
}
