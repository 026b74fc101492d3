package org.reelhouse.normalize.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource({
    "Gintama&#039;, Gintama'",
    "Tom &amp; Jerry, Tom & Jerry",
    "Tom &amp;amp; Jerry, Tom & Jerry",
    "Caf&eacute;, Café",
    "AT&T, AT&T",
    "R&B; Soul, R&B; Soul"
  })
  void resolvesEntitiesOnceOrTwiceEscaped(String raw, String clean) {
    assertThat(Texts.clean(raw)).isEqualTo(clean);
  }

  @Test
  void removesWhatCannotBeSeen() {
    assertThat(Texts.clean("\u200BOne\u00A0 \t two\r\n\u0007three\uFEFF "))
        .isEqualTo("One two three");
    assertThat(Texts.clean("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\u200B", "\u00A0", "&nbsp;"})
  void cleansEmptyTextToNull(String raw) {
    assertThat(Texts.clean(raw)).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " N/A ", "None", "UNKNOWN", "null", "NaN", "-", "\\N"})
  void knowsTheWordsForAMissingValue(String raw) {
    assertThat(Texts.missing(raw)).isTrue();
    assertThat(Texts.known(raw)).isNull();
  }

  @Test
  void keepsTitlesThatReadLikeMissingValues() {
    assertThat(Texts.clean("Unknown")).isEqualTo("Unknown");
  }

  @Test
  void splitsListsWithoutStrayAndDoubledElements() {
    assertThat(Texts.list(", France, Algeria ,,France, None,", Texts.COMMA))
        .containsExactly("France", "Algeria");
    assertThat(Texts.list(" , ", Texts.COMMA)).isNull();
    assertThat(Texts.list(null, Texts.COMMA)).isNull();
  }

  @Test
  void sortsWhatAParserUnderstands() {
    assertThat(Texts.sorted(List.of("b", "-", "a", "b"), Texts::known)).containsExactly("a", "b");
    assertThat(Texts.sorted(List.of("-"), Texts::known)).isNull();
    assertThat(Texts.sorted(null, Texts::known)).isNull();
  }

  @Test
  void anEntityBeyondUnicodeIsNoCharacter() {
    assertThat(Texts.clean("a&#1114112;b&#xFFFFFF;c&#128512;&amp;")).isEqualTo("abc\uD83D\uDE00&");
  }
}
