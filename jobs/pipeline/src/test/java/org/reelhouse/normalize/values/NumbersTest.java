package org.reelhouse.normalize.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2,893,578 | 2893578
          1.0       | 1
          ' 7 '     | 7
          0         | 0
          6.4E7     | 64000000
          """)
  void readsWholeNumbers(String text, long number) {
    assertThat(Numbers.whole(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "NaN",
        "Infinity",
        "-1",
        "1e400",
        "1,23",
        "abc",
        "1 2",
        "0x1p3",
        "1d",
        "Unknown"
      })
  void findsNoNumberInOtherText(String text) {
    assertThat(Numbers.decimal(text)).isNull();
    assertThat(Numbers.whole(text)).isNull();
  }

  @Test
  void keepsFractionsOutOfWholeNumbers() {
    assertThat(Numbers.decimal("7.5")).isEqualTo(7.5);
    assertThat(Numbers.whole("7.5")).isNull();
  }

  @Test
  void takesZeroForUnknownWhereOnlyPositiveNumbersMakeSense() {
    assertThat(Numbers.positiveLong("0")).isNull();
    assertThat(Numbers.positiveLong("237,000,000")).isEqualTo(237_000_000L);
    assertThat(Numbers.positiveInteger("24.0")).isEqualTo(24);
    assertThat(Numbers.positiveInteger("99999999999")).isNull();
  }

  @Test
  void putsScoresOntoTheScaleFromZeroToTen() {
    assertThat(Numbers.score(3.33067728, 0, 5)).isEqualTo(6.6614);
    assertThat(Numbers.score(9.37, 0, 10)).isEqualTo(9.37);
    assertThat(Numbers.score(1.0, 1, 5)).isEqualTo(0.0);
    assertThat(Numbers.score(5.1, 0, 5)).isNull();
    assertThat(Numbers.score(Double.NaN, 0, 5)).isNull();
    assertThat(Numbers.score(null, 0, 5)).isNull();
  }
}
