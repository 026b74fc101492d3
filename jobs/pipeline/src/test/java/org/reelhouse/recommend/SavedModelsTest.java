package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.models.SavedVersion;
import org.reelhouse.models.TrainedModel;
import org.reelhouse.recommend.UserLists.Entry;
import org.reelhouse.recommend.catalogue.Observed;
import org.reelhouse.recommend.evaluation.Training;
import org.reelhouse.recommend.lists.Recommender;
import org.reelhouse.recommend.lists.Viewer;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.RankingVersion;
import org.reelhouse.recommend.model.RatingModel;
import org.reelhouse.tables.Silver;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.Rows;
import org.reelhouse.testing.SavedModels;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

/**
 * Opens models of layout 1, in files that the code of that layout wrote for the ratings below, and
 * compares what they recommend with what that code recommended.
 */
@SparkTest
class SavedModelsTest {
  private static final Path SAVED = Path.of("src/test/resources/saved-models");
  private static final int USERS = 24;
  private static final int TITLES = 16;

  @TempDir private Path folder;

  /** The new title comes first in the order of ids, which gives all others other numbers. */
  private InMemoryLake lake(SparkSession spark) {
    Rows ratings = Rows.of(Silver.RATING);
    Rows titles = Rows.of(Silver.TITLE).with("title_id", "s0", "votes", 0L);
    rate(ratings, "films:other", "s0", 7);
    for (int user = 0; user < USERS; user++) {
      for (int title = 0; title < TITLES; title++) {
        boolean ownKind = user % 2 == title % 2;
        if ((user * 7 + title * 5) % 10 < (ownKind ? 7 : 3)) {
          double rating = (ownKind ? 8.0 : 3.0) + (user + title) % 3 - 1;
          rate(ratings, "films:" + user, "t" + title, rating);
        }
      }
    }
    for (int title = 0; title < TITLES; title++) {
      titles.with("title_id", "t" + title, "votes", (long) title, "kind", "movie");
    }
    return new InMemoryLake(spark, folder, LocalDate.parse("2026-01-02"))
        .with(Silver.RATING, ratings)
        .with(Silver.TITLE, titles);
  }

  private static void rate(Rows ratings, String user, String title, double rating) {
    ratings.with("source", "films", "user_id", user, "title_id", title, "rating", rating);
  }

  private static RecommendSettings settings() {
    return TestSettings.shipped(Map.of("recommend.per-user", "4")).of(RecommendSettings.class);
  }

  private <M> M opened(InMemoryLake lake, TrainedModel<M> model) throws IOException {
    Properties parameters = new Properties();
    Path file = SAVED.resolve(model.name()).resolve("layout-1.properties");
    try (InputStream text = Files.newInputStream(file)) {
      parameters.load(text);
    }
    Map<String, String> byName = new TreeMap<>();
    parameters.stringPropertyNames().forEach(key -> byName.put(key, parameters.getProperty(key)));
    SavedVersion saved = SavedModels.of(model.name(), 1, lake, folder);
    assertThat(model.opens(1)).isTrue();
    return model.open(new SavedVersion(saved.version(), 1, byName, saved.folder()));
  }

  @Test
  void modelsOfLayoutOneRecommendWhatTheyRecommended(SparkSession spark) throws IOException {
    InMemoryLake lake = lake(spark);
    RecommendSettings settings = settings();
    Observed observed = Observed.read(lake, settings);
    Training training = new Training(observed, Optional.empty(), settings);
    Monitoring monitoring = new Monitoring(lake, observed, 100);
    RankingModel ranking = opened(lake, new RankingTraining(training, monitoring));
    RatingModel rating = opened(lake, new RatingTraining(training, monitoring));
    Recommender recommender = new Recommender(ranking, settings);

    Map<String, List<Entry>> lists = new TreeMap<>();
    for (Row user : RankingVersion.of(20260101, ranking, observed).viewers().collectAsList()) {
      lists.put(
          user.getAs("user_id"),
          Recommendations.entries(Viewer.of(user), recommender, rating, settings.perUser()));
    }

    List<String> recorded = Files.readAllLines(SAVED.resolve("recommend-ranking/layout-1.csv"));
    assertThat(recorded).hasSize(17);
    for (String line : recorded.subList(1, recorded.size())) {
      String[] cells = line.split(",");
      Entry entry = lists.getOrDefault(cells[0], List.of()).get(Integer.parseInt(cells[1]) - 1);
      assertThat(entry.score()).as(line).isCloseTo(Double.parseDouble(cells[3]), within(1e-4));
      Entry same =
          lists.getOrDefault(cells[0], List.of()).stream()
              .filter(one -> one.titleId().equals(cells[2]))
              .findFirst()
              .orElseThrow();
      assertThat(same.predictedRating())
          .as(line)
          .isCloseTo(Double.parseDouble(cells[4]), within(1e-3));
    }
  }
}
