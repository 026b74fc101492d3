package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

class TitleKeyPropertyTest {
  private static final List<String> ROMAN =
      List.of("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII");

  @Law
  void foldsOnce(@ForAll("words") List<String> words) {
    String folded = TitleKey.fold(String.join(" ", words));

    assertThat(TitleKey.fold(folded)).isEqualTo(folded);
  }

  @Law
  void doesNotSeeCase(@ForAll("words") List<String> words) {
    String title = String.join(" ", words);

    assertThat(TitleKey.of(title.toUpperCase(Locale.ROOT)))
        .isEqualTo(TitleKey.of(title.toLowerCase(Locale.ROOT)))
        .isEqualTo(TitleKey.of(title));
  }

  @Law
  void doesNotSeeAccents(@ForAll("words") List<String> words) {
    String title = String.join(" ", words);
    String accented = title.replace('e', 'é').replace('o', 'ö').replace('n', 'ñ').replace('A', 'Å');

    assertThat(TitleKey.of(accented)).isEqualTo(TitleKey.of(title));
    assertThat(TitleKey.of(Normalizer.normalize(accented, Normalizer.Form.NFD)))
        .isEqualTo(TitleKey.of(title));
  }

  @Law
  void doesNotSeePunctuation(@ForAll("words") List<String> words, @ForAll("signs") String sign) {
    String title = String.join(" ", words);

    assertThat(TitleKey.of(sign + String.join(sign, words) + sign)).isEqualTo(TitleKey.of(title));
  }

  @Law
  void readsEveryWayToWriteAPartAsItsNumber(
      @ForAll("words") List<String> words, @ForAll("parts") int part) {
    String title = "Valley " + String.join(" ", words) + " Night";
    String numeral = ROMAN.get(part - 2);

    assertThat(
            List.of(
                title + " " + numeral,
                title + " " + numeral.toLowerCase(Locale.ROOT),
                title + ": Part " + numeral,
                title + " (" + part + ")",
                title + " - Season 0" + part))
        .allSatisfy(
            written -> assertThat(TitleKey.of(written)).isEqualTo(TitleKey.of(title + " " + part)));
  }

  @Law
  void tellsOnePartFromAnother(@ForAll("words") List<String> words, @ForAll("parts") int part) {
    String title = "Valley " + String.join(" ", words);

    assertThat(TitleKey.of(title + " " + ROMAN.get(part - 2)))
        .isNotEqualTo(TitleKey.of(title + " " + (part + 1)));
  }

  @Law
  void foldsTheSameWhetherAccentsAreComposed(@ForAll String title) {
    assertThat(TitleKey.fold(Normalizer.normalize(title, Normalizer.Form.NFD)))
        .isEqualTo(TitleKey.fold(Normalizer.normalize(title, Normalizer.Form.NFC)));
  }

  @Law
  void isTheKeyWithItsOwnText(@ForAll TitleKey key) {
    TitleKey same = TitleKey.ofText(key.text());

    assertThat(same).isEqualTo(key);
    assertThat(same.compact()).isEqualTo(key.compact()).isNotEmpty();
    assertThat(same.words()).isEqualTo(key.words());
  }

  /** Without numerals, which count as numbers inside a title only in capitals. */
  @Provide
  Arbitrary<List<String>> words() {
    return AnyListing.words()
        .filter(word -> !word.equals("I") && !ROMAN.contains(word.toUpperCase(Locale.ROOT)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
        " ", ": ", " - ", "!", "… ", "/", " “", "・", "\t", "? ", "–", "😀", "\u3000");
  }

  @Provide
  Arbitrary<Integer> parts() {
    return Arbitraries.integers().between(2, ROMAN.size() + 1);
  }
}
