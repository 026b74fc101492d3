package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reelhouse.match.comparison.Profiles.film;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OverviewEvidenceTest {
  private static final String TOLD =
      "After the flood, lighthouse keeper Marguerite crosses the drowned country with a stranded surveyor.";

  private static final String TOLD_OTHERWISE =
      "MARGUERITE has kept the lighthouse for years. Then a surveyor, stranded by the tides, needs passage inland.";

  private static final String ANOTHER =
      "Three cousins inherit a failing orchard, quarrel about its future and discover their grandfather's letters.";

  @Test
  void countsTheLongWordsThatBothTell() {
    Evidence told = compare("Tidewater", TOLD, "Tidewater", TOLD_OTHERWISE);

    assertThat(told.reason()).isEqualTo("4 long words of the overviews");
    assertThat(told.weight()).isPositive();
    assertThat(compare("Tidewater", TOLD_OTHERWISE, "Tidewater", TOLD).weight())
        .isEqualTo(told.weight());
  }

  @Test
  void speaksAgainstThoseThatShareNone() {
    Evidence other = compare("Tidewater", TOLD, "Tidewater", ANOTHER);

    assertThat(other.reason()).isEqualTo("0 long words of the overviews");
    assertThat(other.weight()).isNegative();
  }

  @Test
  void saysNothingOfSequelsShortTextsAndNone() {
    assertThat(compare("Tidewater", TOLD, "Tidewater 2", TOLD)).isSameAs(Evidence.NONE);
    assertThat(compare("Tidewater", TOLD, "Tidewater", "A lighthouse.")).isSameAs(Evidence.NONE);
    assertThat(OverviewEvidence.words(null)).isSameAs(Fingerprints.NONE);
  }

  @Test
  void keepsTheLongestWordsInWhateverOrderTheyCome() {
    List<String> words =
        List.of("abcdef", "bcdefgh", "cdefghij", "defghijkl", "efghijklmn", "fghijklmnop");
    String text = String.join(" ", words);
    String reversed = "fghijklmnop, efghijklmn; DEFGHIJKL cdefghij bcdefgh-abcdef an of abcdef";

    assertThat(OverviewEvidence.words(text).size()).isEqualTo(6);
    assertThat(OverviewEvidence.words(reversed)).isEqualTo(OverviewEvidence.words(text));
  }

  private static Evidence compare(String title, String told, String other, String otherTold) {
    return OverviewEvidence.compare(
        film("a:1", title, 2001).overview(told), film("b:1", other, 2001).overview(otherTold));
  }
}
