package org.reelhouse.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OverviewPartsTest {

  @Test
  void sharesOutEveryTextOnceAndMostForTraining() {
    List<LabelledOverview> overviews =
        LongStream.range(-500, 500).mapToObj(text -> overview(text, text, "Drama")).toList();

    OverviewParts parts = OverviewParts.of(overviews);

    assertThat(parts.training()).hasSize(600);
    assertThat(parts.choosing()).hasSize(200);
    assertThat(parts.reporting()).hasSize(200);
    assertThat(texts(parts)).hasSize(1000);
  }

  @Test
  void makesOneOverviewOfATextThatTwoSourcesPrint() {
    OverviewParts parts =
        OverviewParts.of(List.of(overview(1, 7, "Drama"), overview(1, 8, "Comedy")));

    assertThat(parts.training())
        .singleElement()
        .satisfies(
            overview -> {
              assertThat(overview.genres()).containsExactly("Comedy", "Drama");
              assertThat(overview.titles()).containsExactly(7L, 8L);
            });
  }

  @Test
  void measuresOnNoTitleThatWasLearnedFromOrChosenOn() {
    OverviewParts parts =
        OverviewParts.of(
            List.of(
                overview(1, 100, "Drama"),
                overview(6, 100, "Drama"),
                overview(7, 200, "Drama"),
                overview(8, 200, "Drama"),
                overview(9, 300, "Drama"),
                overview(18, 100, "Drama")));

    assertThat(parts.choosing()).extracting(LabelledOverview::text).containsExactly(7L);
    assertThat(parts.reporting()).extracting(LabelledOverview::text).containsExactly(9L);
  }

  @Test
  void doesNotDependOnTheOrder() {
    List<LabelledOverview> overviews = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      overviews.add(overview(i % 200, i % 170, i % 2 == 0 ? "Drama" : "Comedy"));
    }
    String before = described(OverviewParts.of(overviews));

    Collections.shuffle(overviews, new Random(1));

    assertThat(described(OverviewParts.of(overviews))).isEqualTo(before);
  }

  private static LabelledOverview overview(long text, long title, String genre) {
    return new LabelledOverview(text, Set.of(title), new int[] {(int) title}, Set.of(genre));
  }

  private static Set<Long> texts(OverviewParts parts) {
    Set<Long> texts = new HashSet<>();
    all(parts).forEach(overview -> texts.add(overview.text()));
    return texts;
  }

  private static String described(OverviewParts parts) {
    return all(parts)
        .map(overview -> overview.text() + " " + overview.titles() + " " + overview.genres())
        .toList()
        .toString();
  }

  private static Stream<LabelledOverview> all(OverviewParts parts) {
    return Stream.of(parts.training(), parts.choosing(), parts.reporting()).flatMap(List::stream);
  }
}
