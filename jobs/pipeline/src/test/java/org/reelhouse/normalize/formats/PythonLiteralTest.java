package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLiteralTest {

  @Test
  void readsAListOfDictionaries() throws ParseException {
    JsonNode value = PythonLiteral.parse("[{'id': 16, 'name': 'Animation'}, {'id': 35}]");

    assertThat(value).hasToString("[{\"id\":16,\"name\":\"Animation\"},{\"id\":35}]");
  }

  @Test
  void readsWhatIsNoText() throws ParseException {
    JsonNode value =
        PythonLiteral.parse("{'a': None, 'b': True, 'c': False, 'd': -1.5e3, 'e': +7}");

    assertThat(value).hasToString("{\"a\":null,\"b\":true,\"c\":false,\"d\":-1500.0,\"e\":7}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"children's book\",children's book",
        "'say \"hi\"',say \"hi\"",
        "'it\\'s',it's",
        "'a\\\\b',a\\b",
        "'caf\\xe9',café",
        "'\\u65e5\\u672c',日本",
        "'\\U0001f600',😀",
        "'\\101\\60',A0",
        "'\\d',\\d",
        "u'old',old",
        "'one ' \"two\",one two",
        "'''it's''',it's",
      })
  void readsStringsAsPythonDoes(String literal, String value) throws ParseException {
    assertThat(PythonLiteral.parse(literal).asText()).isEqualTo(value);
  }

  @Test
  void keepsBracketsAndCommasInStrings() throws ParseException {
    JsonNode value = PythonLiteral.parse("['a], {b', ':']");

    assertThat(value).hasToString("[\"a], {b\",\":\"]");
  }

  @Test
  void readsTuplesAndTrailingCommas() throws ParseException {
    assertThat(PythonLiteral.parse("(1, 'a',)")).hasToString("[1,\"a\"]");
    assertThat(PythonLiteral.parse("(1,)")).hasToString("[1]");
    assertThat(PythonLiteral.parse("(1)")).hasToString("1");
    assertThat(PythonLiteral.parse("[[], (), {},]")).hasToString("[[],[],{}]");
  }

  @Test
  void readsSpaceAndLineBreaksBetweenValues() throws ParseException {
    assertThat(PythonLiteral.parse(" [ 1 ,\n 2 ] ")).hasToString("[1,2]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1, 2",
        "{'a': }",
        "{'a' 1}",
        "[1 2]",
        "'open",
        "[1] 2",
        "Nine",
        "'\\xZZ'",
        "'\\UFFFFFFFF'",
        "1.2.3",
        "--1",
        "__import__('os')",
        "'a\nb'",
        "x'1'",
        "\\"
      })
  void refusesWhatIsNoWholeLiteral(String text) {
    assertThatThrownBy(() -> PythonLiteral.parse(text)).isInstanceOf(ParseException.class);
  }

  @Test
  void refusesEndlessNesting() {
    String deep = "[".repeat(1_000_000);

    assertThatThrownBy(() -> PythonLiteral.parse(deep))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("nested deeper");
  }

  @Test
  void saysWhereItFailed() {
    assertThatThrownBy(() -> PythonLiteral.parse("[1; 2]"))
        .hasMessage("expected , or ] but found ;")
        .extracting(failure -> ((ParseException) failure).getErrorOffset())
        .isEqualTo(2);
  }
}
