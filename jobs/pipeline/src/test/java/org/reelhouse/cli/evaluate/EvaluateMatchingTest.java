package org.reelhouse.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.cli.Main;
import org.reelhouse.cli.options.LakeOptions;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.match.evaluation.GoldPairs;
import org.reelhouse.match.evaluation.MatchingEvaluation;
import org.reelhouse.match.evaluation.MatchingEvaluation.Pair;
import org.reelhouse.match.evaluation.TitleSourceEvaluation;
import org.reelhouse.normalize.CatalogueFile;
import org.reelhouse.raw.CsvFiles;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.SparkTest;
import picocli.CommandLine;

@SparkTest
final class EvaluateMatchingTest {
  /** Real dumps, which are no part of the repository. */
  private static final Path IMDB_TMDB =
      Path.of(System.getenv().getOrDefault("REELHOUSE_REAL_DATA", "../../../shared/data"))
          .resolve("er")
          .resolve("imdb-tmdb");

  @TempDir private Path folder;

  @Test
  void countsWhatIsFoundAgainstWhatIsJudged(SparkSession spark) throws IOException {
    write(
        "left.csv",
        "source_id,kind,title,release_year\n"
            + "1,movie,Silent Valley Road,2015\n2,movie,Deep Ocean Tales,1999\n3,movie,Lost,1950\n");
    write(
        "right.csv",
        "source_id,kind,title,release_year\n"
            + "a,movie,The Silent Valley Road,2015\nb,movie,Deep Ocean Tales,1999\n");
    write("gold.csv", "left,right\n1,a\n3,b\n");

    MatchingEvaluation evaluation = evaluate(spark);

    assertThat(evaluation.pairs().found()).isEqualTo(2);
    assertThat(evaluation.pairs().precision()).isEqualTo(0.5);
    assertThat(evaluation.pairs().recall()).isEqualTo(0.5);
    assertThat(evaluation.pairs().f1()).isCloseTo(0.5, within(1e-9));
    assertThat(evaluation.compared()).isEqualTo(2);
    assertThat(evaluation.shareCompared()).isCloseTo(2 / 6.0, within(1e-9));
  }

  @Test
  void saysWhatIsWrongWithJudgedPairs() throws IOException {
    write("gold.csv", "left,right\n1,z\n");
    write("other.csv", "a;b\n");

    assertThat(problem("gold.csv")).contains("no title on the right has the source_id z");
    assertThat(problem("other.csv")).contains("its first line is not left,right");
  }

  @Test
  void readsTheTruthOfTheSamples(SparkSession spark) throws IOException {
    write("titles.csv-00000", "source,source_id,work_id\nmal,1,w1\n");
    write("titles.csv-00001", "source,source_id,work_id\ntmdb-api,tv/7,w1\n");

    List<Row> rows =
        CsvFiles.read(spark, folder + "/titles.csv*", TitleSourceEvaluation.TRUTH)
            .sort("source")
            .collectAsList();

    assertThat(rows)
        .containsExactly(
            RowFactory.create("mal", "1", "w1"), RowFactory.create("tmdb-api", "tv/7", "w1"));
  }

  @Test
  void saysWhatIsWrongWithATruth(SparkSession spark) throws IOException {
    write("other.csv", "source,source_id\nmal,1\n");
    write("short.csv", "source,source_id,work_id\nmal,1\n");

    assertThat(problemOfTruth(spark, "absent.csv")).contains("no such file");
    assertThat(problemOfTruth(spark, "other.csv")).contains("its first line is source,source_id.");
    assertThat(problemOfTruth(spark, "short.csv"))
        .contains("a value is missing in the row mal,1,null");
  }

  @Test
  void aLakeAndTwoCataloguesAreNotEvaluatedTogether() {
    assertThat(misuse()).contains("there is nothing to compare with");
    assertThat(misuse("--left=a", "--right=b")).contains("all of --left, --right and --gold");
    assertThat(misuse("--truth=t", "--gold=g")).contains("--truth stands beside --gold");
    assertThat(misuse("--left=a", "--right=b", "--gold=c", "--lake=l"))
        .contains("--lake stands beside");
  }

  @Test
  @Tag("slow")
  void findsFilmsSeriesAndEpisodesOfImdbInTmdb(SparkSession spark) throws IOException {
    assumeTrue(Files.isDirectory(IMDB_TMDB), "the judged pairs of IMDB and TMDB are not here");
    ImdbTmdb.convert(IMDB_TMDB, folder);

    MatchingEvaluation evaluation = evaluate(spark);

    assertThat(evaluation.pairs().gold()).isEqualTo(1012);
    assertThat(evaluation.pairs().f1()).isGreaterThan(0.955);
    assertThat(evaluation.shareCompared()).isLessThan(0.005);
  }

  private MatchingEvaluation evaluate(SparkSession spark) {
    CatalogueFile left = CatalogueFile.read(folder.resolve("left.csv"), MatchingEvaluation.LEFT);
    CatalogueFile right = CatalogueFile.read(folder.resolve("right.csv"), MatchingEvaluation.RIGHT);
    List<Row> titles = new ArrayList<>(left.titles());
    titles.addAll(right.titles());
    Set<Pair> gold = GoldPairs.read(folder.resolve("gold.csv"), left.ids(), right.ids());
    return MatchingEvaluation.of(
        new InMemoryLake(spark, folder, LocalDate.EPOCH), titles, new HashSet<>(gold), settings());
  }

  private static MatchSettings settings() {
    return CommandLine.populateCommand(new LakeOptions()).settings().of(MatchSettings.class);
  }

  private static String misuse(String... options) {
    StringWriter err = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of("evaluate-matching"));
    arguments.addAll(List.of(options));
    int status =
        Main.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    assertThat(status).isEqualTo(2);
    return err.toString();
  }

  private String problemOfTruth(SparkSession spark, String file) {
    return catchThrowableOfType(
            PipelineException.class,
            () ->
                CsvFiles.read(spark, folder.resolve(file).toString(), TitleSourceEvaluation.TRUTH))
        .getMessage();
  }

  private String problem(String file) {
    return catchThrowableOfType(
            PipelineException.class,
            () -> GoldPairs.read(folder.resolve(file), Set.of("1"), Set.of("a")))
        .getMessage();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
