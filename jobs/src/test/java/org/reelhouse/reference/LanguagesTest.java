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
          """)
  void readsCodesEnglishNamesAndNativeNames(String label, String code) {
    assertThat(Languages.code(label)).isEqualTo(code);
  }

  @Test
  void knowsNoLanguageWhereThereIsNone() {
    List<String> labels = List.of("", "xx", "No Language", "??????", "und");

    Stream<String> codes = labels.stream().map(Languages::code);

    assertThat(codes).containsOnlyNulls();
    assertThat(Languages.code(null)).isNull();
  }

  @Test
  void namesEveryLanguageAndReadsTheNameBack() {
    assertThat(Languages.codes()).hasSizeGreaterThan(180).doesNotContain("iw", "cn", "nb");
    assertThat(Languages.codes())
        .allSatisfy(code -> assertThat(Languages.code(Languages.name(code))).isEqualTo(code));
  }
}
