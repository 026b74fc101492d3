package org.reelhouse.recommend.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.testing.TestSettings;

class ContentIndexTest {
  private static final RecommendSettings.Content SETTINGS =
      TestSettings.shipped().of(RecommendSettings.class).content();

  private static ContentIndex index(List<TitleFacts> facts) {
    return Titles.of(facts, SETTINGS).content();
  }

  private static TitleFacts told(String titleId, String overview) {
    return Facts.title(titleId, null, "movie", List.of(), List.of(), null, overview);
  }

  private static List<TitleFacts> stories() {
    List<TitleFacts> facts = new ArrayList<>();
    facts.add(told("a", "A detective hunts a bank robber through the city."));
    facts.add(told("b", "The robber of a bank is hunted by detectives."));
    facts.add(told("c", "Two sisters inherit a vineyard in the hills."));
    facts.add(told("d", "A vineyard in the hills divides two brothers."));
    return facts;
  }

  @Test
  void findsTheTitleThatTellsTheSameFirst() {
    ContentIndex.Finder finder = index(stories()).finder();

    assertThat(finder.similar(0, 1).positions()).containsExactly(1);
    assertThat(finder.similar(2, 1).positions()).containsExactly(3);
  }

  @Test
  void looksAmongTheAllowedTitlesAlone() {
    BitSet others = new BitSet();
    others.set(2, 4);

    assertThat(index(stories()).finder().similar(0, others, 3).positions()).doesNotContain(0, 1);
  }

  @Test
  void isSymmetricAndNeverAboveOne() {
    ContentIndex index = index(stories());

    for (int left = 0; left < 4; left++) {
      for (int right = 0; right < 4; right++) {
        assertThat(index.similarity(left, right))
            .isEqualTo(index.similarity(right, left))
            .isBetween(0f, 1f);
      }
    }
  }

  @Test
  void aTitleOfWhichOnlyACommonGenreIsKnownHasNeighboursToo() {
    List<TitleFacts> many = new ArrayList<>(stories());
    IntStream.range(0, 3 * SETTINGS.block())
        .forEach(i -> many.add(Facts.unrated("m%04d".formatted(i), "Drama")));
    ContentIndex index = index(many);

    assertThat(index.finder().similar(many.size() - 1, 10).positions()).hasSize(10);
  }

  @Test
  void termsComeBackAsTheyWerePacked() {
    ContentTerms terms =
        ContentTerms.of(
            "Heat", "A bank", List.of(List.of("Al")), null, List.of("Crime"), List.of("heist"));

    ContentTerms back = ContentTerms.unpacked(terms.packed());

    for (int group = 0; group < ContentTerms.GROUPS; group++) {
      assertThat(back.group(group)).isNotEmpty().isEqualTo(terms.group(group));
    }
  }
}
