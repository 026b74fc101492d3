package org.reelhouse.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "English|A detective and his partner are after a man who was with them in the war.",
        "Spanish|Una joven que vive con su madre en los suburbios de la ciudad para no estar sola.",
        "French|Un homme qui cherche sa fille dans les rues de la ville avec des amis.",
        "German|Ein Mann, der mit seiner Tochter in das Dorf kommt und nicht mehr bleibt.",
        "Italian|Una donna che non ha più nulla va nella casa degli zii con il figlio.",
        "Portuguese|Um homem que não tem mais nada vai para a casa dos pais com uma amiga."
      })
  void isTheOneOfTheFunctionWords(String language, String text) {
    assertThat(Language.of(text).name()).isEqualTo(language);
  }

  @Test
  void isEnglishWhereNothingTells() {
    assertThat(Language.of("").isEnglish()).isTrue();
    assertThat(Language.of("Koyaanisqatsi").isEnglish()).isTrue();
  }
}
