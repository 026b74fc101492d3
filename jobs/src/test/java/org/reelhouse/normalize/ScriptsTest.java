package org.reelhouse.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "鋼の錬金術師, ja",
        "ワンピース, ja",
        "로보카 폴리, ko",
        "斗破苍穹, null",
        "FREEDOM, null",
        "null, null"
      })
  void tellsJapaneseAndKoreanByTheirScripts(String title, String language) {
    assertThat(Scripts.language(title)).isEqualTo(language);
  }
}
