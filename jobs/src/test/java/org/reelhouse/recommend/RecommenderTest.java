package org.reelhouse.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.Candidate.Given;
import org.reelhouse.recommend.Recommender.Choice;
import org.reelhouse.recommend.Viewer.Rated;

class RecommenderTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              candidate("a", 10, new Vector(1, 0), "films", 5),
              candidate("b", 11, new Vector(0.9f, 0.1f), "films", 9),
              candidate("c", 12, new Vector(0, 1), "anime", 50),
              candidate("d", 13, new Vector(0.1f, 1), "anime", 3),
              Candidate.unrated("e")),
          2);

  private static Candidate candidate(
      String titleId, int number, Vector factors, String source, long ratings) {
    return new Candidate(
        titleId, number, factors, Map.of(source, new Given(ratings, ratings * 8.0)));
  }

  private static List<String> chosen(Viewer viewer, int personalFrom, int count) {
    List<String> titles = new ArrayList<>();
    for (Choice choice : new Recommender(CATALOGUE, personalFrom).choose(viewer, count)) {
      titles.add(CATALOGUE.titleId(choice.position()) + (choice.personal() ? " personal" : ""));
    }
    return titles;
  }

  private static Viewer viewer(String source, @Nullable Vector factors, Rated... rated) {
    return new Viewer(source, List.of(rated), factors);
  }

  @Test
  void ranksUnseenTitlesByTheModelAndFillsUpWithPopularOnes() {
    Viewer viewer = viewer("films", new Vector(1, 0), new Rated(10, 9));

    assertThat(chosen(viewer, 1, 4)).containsExactly("b personal", "d personal", "c personal", "e");
  }

  @Test
  void givesThoseWhoRatedLittleWhatIsPopularInTheirSource() {
    Viewer viewer = viewer("films", new Vector(1, 0), new Rated(10, 9));

    assertThat(chosen(viewer, 2, 3)).containsExactly("b", "c", "d");
  }

  @Test
  void givesFewerWhenTheViewerHasSeenAlmostAll() {
    Viewer viewer = viewer("anime", null, new Rated(10, 1), new Rated(11, 1), new Rated(12, 1));

    assertThat(chosen(viewer, 1, 10)).containsExactly("d", "e");
  }

  @Test
  void namesTheLikedTitleThatIsMostSimilar() {
    Viewer viewer = viewer("films", new Vector(0, 1), new Rated(10, 9), new Rated(12, 9));

    List<Choice> choices = new Recommender(CATALOGUE, 1).choose(viewer, 2);

    assertThat(choices).extracting(Choice::because).containsExactly(2, 0);
  }

  @Test
  void similarTitlesHaveEnoughRatingsAndAreNeverTheTitleItself() {
    TopScores similar = CATALOGUE.similar(0, 10, 5);

    assertThat(similar.positions()).containsExactly(1, 2);
  }
}
