package org.reelhouse.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EN                | en
          eng               | en
          English           | en
          Français          | fr
          fra               | fr
          fre               | fr
          Deutsch           | de
          ger               | de
          日本語             | ja
          普通话             | zh
          广州话 / 廣州話     | zh
          cn                | zh
          cmn               | zh
          Mandarin          | zh
          svenska           | sv
          Český             | cs
          한국어/조선말       | ko
          हिन्दी              | hi
          Bokmål            | no
          nb                | no
          iw                | he
          sh                | sr
          Filipino          | tl
          en-US             | en
          pt_BR             | pt
          zh-Hans-CN        | zh
          Spanish (Mexico)  | es
          Chinese [Simplified] | zh
          English language  | en
          arb               | ar
          yue               | zh
          swh               | sw
          Inglés            | en
          Japonais          | ja
          Немецкий          | de
          """)
  void readsCodesEnglishNamesAndNativeNames(String label, String code) {
    assertThat(Languages.code(label)).isEqualTo(code);
  }

  @Test
  void knowsNoLanguageWhereThereIsNone() {
    List<String> labels =
        List.of("", "xx", "xx-US", "No Language", "??????", "und", "(", "language");

    Stream<String> codes = labels.stream().map(Languages::code);

    assertThat(codes).containsOnlyNulls();
    assertThat(Languages.code(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          en, fr            > [en, fr]
          English/Français  > [en, fr]
          Deutsch;日本語     > [de, ja]
          English and Hindi > [en, hi]
          Spanish; Castilian > [es]
          Greek, Modern|en  > [el, en]
          """)
  void readsSeveralNamesOfOneCell(String cell, String codes) {
    assertThat(Languages.codes(cell)).isEqualTo(new Codes(codes(codes), List.of()));
  }

  private static List<String> codes(String written) {
    return List.of(written.substring(1, written.length() - 1).split(", "));
  }

  @Test
  void namesEveryLanguageAndReadsTheNameBack() {
    assertThat(Languages.codes()).hasSizeGreaterThan(180).doesNotContain("iw", "cn", "nb");
    assertThat(Languages.codes())
        .allSatisfy(code -> assertThat(Languages.code(Languages.name(code))).isEqualTo(code));
  }
}
