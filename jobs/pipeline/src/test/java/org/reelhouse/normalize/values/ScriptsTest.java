package org.reelhouse.normalize.values;

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
        "แผนร้ายนายเจ้าเล่ห์, th",
        "Επιτομή, el",
        "குரல் குமரன், ta",
        "ვეფხისტყაოსანი, ka",
        "FREEDOM, null",
        "Häßlich, null",
        "Aria Ω, null",
        "1984, null",
        "null, null"
      })
  void tellsTheLanguageWhereOneIsWrittenSo(String title, String language) {
    assertThat(Scripts.language(title)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "斗破苍穹, zh",
        "斗破苍穹 3rd Season, zh",
        "麥兜響噹噹, zh",
        "薄桜鬼, ja",
        "戦闘妖精雪風, ja",
        "佐々木, ja",
        "我是大神仙, null",
        "愛, null"
      })
  void tellsChineseFromJapaneseByTheCharactersThatOnlyOneHas(String title, String language) {
    assertThat(Scripts.language(title)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "Монгол, ru",
        "Трудно быть богом, ru",
        "Тіні забутих предків, uk",
        "Ђавоља варош, sr",
        "Пред дождот со ѓавол, mk",
        "Съдилището, bg",
        "Белы ўсход, be",
        "Көк, null",
        "سكر بنات, ar",
        "بچه‌های آسمان, fa",
        "یہ دل آپ کا ہوا, ur",
        "तारे ज़मीन पर, hi",
        "टिळक, mr"
      })
  void tellsTheLanguagesOfAScriptByTheirOwnLetters(String title, String language) {
    assertThat(Scripts.language(title)).isEqualTo(language);
  }
}
