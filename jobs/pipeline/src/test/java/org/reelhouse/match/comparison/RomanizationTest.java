package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RomanizationTest {

  @ParameterizedTest
  @CsvSource({
    "Брат, Brat",
    "Жизнь за царя, Zhizn za tsarya",
    "기생충, Gisaengchung",
    "ちはやふる, Chihayafuru",
    "とらドラ！, Toradora!",
    "Ζορμπάς, Zormpas",
    "Брат 2, Brat 2"
  })
  void writesTheTitleAsItIsSpoken(String title, String spoken) {
    assertThat(Romanization.of(title).map(TitleKey::of).map(TitleKey::text))
        .contains(TitleKey.of(spoken).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Brat", "進撃の巨人", "K-On!けいおん", "1917", "", "סיפור"})
  void leavesWhatIsNotSpokenAsWritten(String title) {
    assertThat(Romanization.of(title)).isEmpty();
  }

  @Test
  void letsANativeTitleMeetItsRomanizedOne() {
    Profile nativeTitle = Profiles.film("a:1", "ちはやふる", 2011).profile();
    Profile spoken = Profiles.film("b:1", "Chihayafuru", 2011).profile();

    assertThat(nativeTitle.titles()).containsAll(spoken.titles());
  }
}
