package org.reelhouse.recommend.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.config.Settings;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Facts;
import org.reelhouse.recommend.catalogue.RatedTitle;
import org.reelhouse.recommend.catalogue.RatedTitle.RatingSum;
import org.reelhouse.recommend.catalogue.TitleFacts;
import org.reelhouse.recommend.catalogue.TitleFilter;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.links.TopScores;
import org.reelhouse.recommend.links.Vector;
import org.reelhouse.recommend.model.RankingFoldIn;
import org.reelhouse.recommend.model.RankingModel;
import org.reelhouse.recommend.model.TitleFactors;
import org.reelhouse.recommend.observations.Rated;
import org.reelhouse.testing.TestSettings;

class RecommenderTest {
  private static final RankingModel MODEL =
      model(
          List.of(
              Facts.title("a", 10, "movie", List.of("Drama"), List.of("US"), 13, "heist bank"),
              Facts.title("b", 11, "movie", List.of("Drama"), List.of("US"), 17, "bank robber"),
              Facts.title("c", 12, "series", List.of("Action"), List.of("JP"), null, "ninja"),
              Facts.title("d", 13, "series", List.of("Action"), List.of("JP"), 13, "ninja clan"),
              Facts.title("e", null, "movie", List.of("Drama"), List.of("MX"), 0, "heist robber"),
              Facts.title("f", null, "series", List.of("Action"), List.of("MX"), 0, "clan")));

  private static RankingModel model(List<TitleFacts> facts) {
    Titles titles = Titles.of(facts, settings().content());
    Catalogue catalogue =
        new Catalogue(
            () -> titles,
            List.of(
                candidate(10, "films", 5),
                candidate(11, "films", 9),
                candidate(12, "anime", 50),
                candidate(13, "anime", 3)));
    TitleFactors factors =
        TitleFactors.of(
            Map.of(
                10, new float[] {1, 0},
                11, new float[] {0.9f, 0.1f},
                12, new float[] {0, 1},
                13, new float[] {0.1f, 1}),
            2);
    return new RankingModel(
        catalogue, List.of(new RankingFoldIn(factors, 2, 0.1)), TitleLinks.NONE, new float[0]);
  }

  private static RatedTitle candidate(int number, String source, long ratings) {
    return new RatedTitle(number, Map.of(source, new RatingSum(ratings, ratings * 8.0)));
  }

  private static RecommendSettings settings(String... overrides) {
    Map<String, String> set = new java.util.HashMap<>();
    set.put("recommend.new-titles.fallback", "0");
    for (int i = 0; i < overrides.length; i += 2) {
      set.put("recommend." + overrides[i], overrides[i + 1]);
    }
    Settings all = TestSettings.shipped(set);
    return all.of(RecommendSettings.class);
  }

  private static List<String> chosen(Viewer viewer, int count, String... overrides) {
    return new Recommender(MODEL, settings(overrides))
        .choose(viewer, count).stream()
            .map(choice -> MODEL.titles().titleId(choice.position()) + " " + choice.basis())
            .toList();
  }

  private static Viewer viewer(String source, @Nullable Vector factors, Rated... rated) {
    return new Viewer(source, List.of(rated), factors, Wishes.NONE);
  }

  private static Viewer newcomer(Wishes wishes) {
    return new Viewer("", List.of(), null, wishes);
  }

  @Test
  void ranksUnseenTitlesByTheModelAndFillsUpWithPopularOnes() {
    Viewer viewer = viewer("films", new Vector(1, 0), new Rated(10, 9));

    assertThat(chosen(viewer, 4, "personal-from", "1"))
        .containsExactly("b BEHAVIOUR", "d BEHAVIOUR", "c BEHAVIOUR", "e ALL");
  }

  @Test
  void givesThoseWhoRatedLittleWhatIsPopularInTheirSourceThenElsewhere() {
    Viewer viewer = viewer("films", new Vector(1, 0), new Rated(10, 9));

    assertThat(chosen(viewer, 4, "personal-from", "2"))
        .containsExactly("b SOURCE", "c ALL", "d ALL", "e ALL");
  }

  @Test
  void givesFewerWhenTheViewerHasSeenAlmostAll() {
    Viewer viewer = viewer("anime", null, new Rated(10, 1), new Rated(11, 1), new Rated(12, 1));

    assertThat(chosen(viewer, 10, "personal-from", "1"))
        .containsExactly("d SOURCE", "e ALL", "f ALL");
  }

  @Test
  void givesNewUsersWhatIsPopularInTheirGenreAndRegionFirst() {
    Wishes wishes = new Wishes(List.of("Drama"), "East Asia", TitleFilter.ANY);

    assertThat(chosen(newcomer(wishes), 6))
        .containsExactly("b GENRE", "a GENRE", "e GENRE", "c REGION", "d REGION", "f ALL");
  }

  @Test
  void filtersOfAllHoldInEachPartOfTheList() {
    Viewer viewer = viewer("films", new Vector(1, 0), new Rated(10, 9));

    assertThat(chosen(viewer, 4, "personal-from", "1", "filter.kinds", "[movie]"))
        .containsExactly("b BEHAVIOUR", "e ALL");
    assertThat(chosen(viewer, 4, "filter.countries", "[MX]")).containsExactly("e ALL", "f ALL");
    assertThat(chosen(viewer, 2, "new-titles.fallback", "1", "filter.age-rating", "PG-13"))
        .containsExactly("d ALL", "e CONTENT");
  }

  @Test
  void filtersOfOneUserHoldBesides() {
    TitleFilter series =
        new TitleFilter(List.of("series"), List.of(), List.of(), OptionalInt.of(13));

    assertThat(chosen(newcomer(new Wishes(List.of(), null, series)), 4, "filter.countries", "[JP]"))
        .containsExactly("d ALL");
  }

  @Test
  void keepsTheLastPlacesForNewTitlesThatAreLikeLikedOnes() {
    Viewer viewer = viewer("films", new Vector(1, 0), new Rated(10, 9));

    List<Choice> choices =
        new Recommender(MODEL, settings("new-titles.fallback", "1")).choose(viewer, 2);

    assertThat(choices).extracting(Choice::basis).containsExactly(Basis.SOURCE, Basis.CONTENT);
    assertThat(choices.get(1).text()).isEqualTo("New, like Title a");
    assertThat(choices.get(1).because()).isZero();
  }

  @Test
  void namesTheLikedTitleThatIsMostSimilar() {
    Viewer viewer = viewer("films", new Vector(0, 1), new Rated(10, 9), new Rated(12, 9));

    List<Choice> choices = new Recommender(MODEL, settings("personal-from", "1")).choose(viewer, 2);

    assertThat(choices).extracting(Choice::because).containsExactly(2, 0);
    assertThat(choices.get(0).text()).isEqualTo("Because you liked Title c");
  }

  @Test
  void titlesThatAreAlikeHaveEnoughRatingsAndAreNeverTheTitleItself() {
    TopScores alike = MODEL.alike(0, 10, 5);

    assertThat(alike.positions()).containsExactly(1, 2);
  }
}
