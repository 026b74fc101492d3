package org.reelhouse.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.cli.Main;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.config.Settings;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.themes.evaluation.ThemesEvaluation;
import org.reelhouse.themes.model.ThemeCount;
import picocli.CommandLine;

@SparkTest
class EvaluateThemesTest {
  private static final List<List<String>> SUBJECTS =
      List.of(
          List.of("robot", "spaceship", "planet", "alien", "galaxy", "laser"),
          List.of("wedding", "romance", "bride", "kiss", "heartbreak", "love"));

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void measuresThemesOfACatalogue(SparkSession spark) throws IOException {
    Path file = catalogue();

    ThemesEvaluation evaluation = evaluate(spark, file, "catalogue-csv");

    assertThat(evaluation.texts()).isEqualTo(200);
    assertThat(evaluation.themes()).hasSize(2);
    assertThat(evaluation.ariSeeds()).isEqualTo(1);
    assertThat(evaluation.ariSamples()).isEqualTo(1);
    assertThat(evaluation.diversity()).isEqualTo(1);
    assertThat(evaluation.nmiGenres()).hasValue(1);
    assertThat(evaluation.npmi()).isPositive();
    assertThat(evaluation.npmiHeldOut()).isPositive();
    assertThat(evaluation.biggestShare()).isEqualTo(0.5);
    assertThat(evaluation.counts()).containsExactly(2, 2, 2, 2);
    assertThat(ReportPrinter.text(evaluation.report())).contains("ari seeds      1.0000");
    assertThat(ReportPrinter.json(evaluation.report()).get("found")).hasSize(2);
  }

  @Test
  void reportsByWhatTheNumberOfThemesWasChosen() {
    ThemesEvaluation evaluation =
        new ThemesEvaluation(
            900,
            0.2,
            0.1,
            0.9,
            0.8,
            0.7,
            OptionalDouble.empty(),
            0.1,
            0.08,
            List.of(),
            List.of(
                new ThemeCount.Measured(15, 0.25, 0.01, 0.02),
                new ThemeCount.Measured(19, 0.26, 0, 0)),
            List.of(15, 15, 19, 15));

    assertThat(ReportPrinter.text(evaluation.report()))
        .contains("counts         15, 15, 19, 15")
        .contains("15  0.2500     0.0100  0.0200");
    assertThat(ReportPrinter.json(evaluation.report()).get("measured").get(1).get("themes").asInt())
        .isEqualTo(19);
  }

  @Test
  @Tag("slow")
  void readsFilesInAnyFormatOfTitles(SparkSession spark) throws IOException {
    Path file = folder.resolve("anime.csv");
    Files.writeString(
        file, "MAL_ID,Name,Score,Genres,sypnopsis\n1,Akira,8,Action,A robot in space.\n");

    List<String> overviews =
        TitleFiles.with(
            lake(spark),
            spark,
            List.of(file),
            "mal-synopsis-csv",
            settings(),
            titles -> titles.select("title_id").as(Encoders.STRING()).collectAsList());

    assertThat(overviews).containsExactly("files:1");
  }

  @Test
  void saysWhatIsWrongWithAFile(SparkSession spark) {
    Throwable problem =
        catchThrowable(() -> evaluate(spark, folder.resolve("absent.json"), "jikan"));

    assertThat(problem)
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("no such readable file");
  }

  @Test
  void oneSeedTellsNothingOfStability() {
    assertThat(misuse("--seeds=1")).contains("stability takes two");
    assertThat(misuse("--file=a.csv", "--lake=l")).contains("--lake stands beside --file");
  }

  private Path catalogue() throws IOException {
    Random random = new Random(42);
    StringBuilder rows = new StringBuilder("source_id,kind,title,genres,overview\n");
    for (int i = 0; i < 200; i++) {
      List<String> subject = SUBJECTS.get(i % 2);
      StringBuilder overview = new StringBuilder("The");
      for (int word = 0; word < 8; word++) {
        overview.append(' ').append(subject.get(random.nextInt(subject.size()))).append(" and");
      }
      rows.append(
          "%d,movie,Title %d,%s,%s%n"
              .formatted(i, i, i % 2 == 0 ? "Science Fiction" : "Romance", overview));
    }
    Path file = folder.resolve("titles.csv");
    Files.writeString(file, rows.toString());
    return file;
  }

  private ThemesEvaluation evaluate(SparkSession spark, Path file, String format) {
    InMemoryLake lake = lake(spark);
    return TitleFiles.with(
        lake,
        spark,
        List.of(file),
        format,
        settings(),
        titles -> ThemesEvaluation.of(lake, titles, settings().of(ThemesSettings.class), 2));
  }

  private InMemoryLake lake(SparkSession spark) {
    return new InMemoryLake(spark, folder, LocalDate.EPOCH);
  }

  private static Settings settings() {
    return TestSettings.shipped(
        Map.of(
            "themes.count.min", "2",
            "themes.count.max", "4",
            "themes.parents", "1",
            "themes.min-titles", "2",
            "themes.max-share", "0.9"));
  }

  private static String misuse(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    StringWriter err = new StringWriter();
    commandLine.setErr(new PrintWriter(err));
    String[] all = new String[arguments.length + 1];
    all[0] = "evaluate-themes";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(commandLine.execute(all)).isEqualTo(2);
    return err.toString();
  }
}
