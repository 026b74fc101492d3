package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.match.comparison.TitleSimilarity.Numbers;

final class TitleSimilarityTest {

  @Test
  void countsAMissingFirstPartAsNoNumber() {
    assertThat(similarity("Dune: Part 1", "Dune").numbers()).isEqualTo(Numbers.AGREE);
    assertThat(similarity("Dune: Part 1", "Dune").value()).isEqualTo(0.97);
    assertThat(similarity("Dune: Part 1", "Dune: Part 2").numbers()).isEqualTo(Numbers.DIFFER);
    assertThat(similarity("Dune", "Dune: Part 2").numbers()).isEqualTo(Numbers.ONE_SIDED);
  }

  @Test
  void letsASubtitleNameThePart() {
    assertThat(similarity("Ice Age: The Meltdown", "Ice Age 2: The Meltdown").numbers())
        .isEqualTo(Numbers.ONE_SIDED_BEFORE_SUBTITLE);
  }

  @Test
  void forgivesAnArticleOfAnyLanguage() {
    assertThat(similarity("Le 8 mai 1945", "8 mai 1945").value()).isEqualTo(0.97);
  }

  @Test
  void forgivesASlipOfThePen() {
    assertThat(similarity("The Eternal Vow", "The Eternal Now").value()).isGreaterThan(0.85);
    assertThat(similarity("Web", "Wet").value()).isLessThan(0.85);
  }

  @Test
  void seesATitleInsideALongerOne() {
    assertThat(similarity("Bay of Bones", "Bay of Bones, Pembrokeshire").contained())
        .isEqualTo(0.75);
    assertThat(similarity("Bay of Bones", "Bones of the Bay").contained()).isZero();
  }

  @Test
  void takesTheSpellingsThatAreMostAlike() {
    TitleSimilarity similarity =
        TitleSimilarity.of(keys("Blue Box", "Ao no Hako"), keys("アオのハコ", "Ao no Hako"));

    assertThat(similarity.value()).isEqualTo(1);
  }

  private static TitleSimilarity similarity(String left, String right) {
    return TitleSimilarity.of(keys(left), keys(right));
  }

  private static List<TitleKey> keys(String... titles) {
    return List.of(titles).stream().map(TitleKey::of).toList();
  }
}
