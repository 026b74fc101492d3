package org.reelhouse.raw;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.raw.JsonRecords.Element;

class JsonRecordsTest {

  private static List<Element> elements(String json) {
    try {
      JsonRecords reader =
          new JsonRecords(
              new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
              List.of("data", "results"),
              1_000);
      List<Element> elements = new ArrayList<>();
      for (Element next = reader.next(); next != null; next = reader.next()) {
        elements.add(next);
      }
      return elements;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void readsTheElementsOfANamedArray() {
    assertThat(elements("{\"page\": 1, \"data\": [{\"id\": 1}, {\"id\": 2}], \"more\": []}"))
        .extracting(element -> String.valueOf(element.json()))
        .containsExactly("{\"id\":1}", "{\"id\":2}");
  }

  @Test
  void readsTheObjectThatStandsWhereTheArrayWould() {
    assertThat(elements("{\"data\": {\"id\": 1}}"))
        .extracting(element -> String.valueOf(element.json()))
        .containsExactly("{\"id\":1}");
  }

  @Test
  void readsAnArrayOrTheWholeDocument() {
    assertThat(elements("[1, 2]")).hasSize(2);
    assertThat(elements("{\"id\": 7}"))
        .extracting(element -> String.valueOf(element.json()))
        .containsExactly("{\"id\":7}");
    assertThat(elements("")).isEmpty();
  }

  @Test
  void keepsTheElementsBeforeADocumentBreaksOffAndSaysWhere() {
    List<Element> elements = elements("{\"data\": [{\"id\": 1},\n {\"id\": 2, ");

    assertThat(elements).hasSize(2);
    assertThat(elements.get(1).problem()).startsWith("no JSON at line 2 column 12: ");
    assertThat(elements.get(1).text()).isEqualTo("{\"id\": 2, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1}\n{\"id\":2}\n",
        "{\"id\":1}\r\n{\"id\":2}\r\n",
        "{\"id\":1}\r{\"id\":2}\r",
        "{\"id\":1}{\"id\":2}",
        "{\"id\":1},\n{\"id\":2},\n",
        "[{\"id\":1}]\n[{\"id\":2}]",
        "{\"data\":[{\"id\":1}],\"page\":1}\n{\"data\":[{\"id\":2}],\"page\":2}\n",
        "{\"data\":{\"id\":1}}\n{\"data\":{\"id\":2}}\n"
      })
  void readsAllDocumentsOfAFile(String json) {
    assertThat(elements(json))
        .extracting(element -> element.number() + " " + element.json())
        .containsExactly("1 {\"id\":1}", "2 {\"id\":2}");
  }

  @Test
  void readsNumbersThatAreNone() {
    assertThat(elements("{\"data\":[{\"a\":NaN,\"b\":-Infinity},{\"id\":2}]}"))
        .extracting(Element::problem)
        .containsExactly(null, null);
  }

  /** Broken text, and the texts that are told to be broken; ids 1 and 3 stand around them. */
  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("[{\"id\":1},\n{\"id\":bad},\n{\"id\":3}]", "{\"id\":bad}"),
        arguments("[{\"id\":1},\n{\"id\":\"2},\n{\"id\":3}]", "{\"id\":\"2},\n"),
        arguments("[{\"id\":1},{\"id\":2,{\"id\":3}]", "{\"id\":2,"),
        arguments("[{\"id\":1},{\"a\":[2},{\"id\":3}]", "{\"a\":[2}"),
        arguments("[{\"id\":1},{\"a\":{\"b\":1,{}}},{\"id\":3}]", "{\"a\":{\"b\":1,{}}}"),
        arguments("[{\"id\":1}},{\"id\":3}]", "}"),
        arguments("[{\"id\":1},oops,{\"id\":3}]", "oops"),
        arguments("{\"id\":1}\n{\"id\":2,\n{\"id\":3}\n", "{\"id\":2,\n"),
        arguments("{\"id\":1}\n<html>\n{\"id\":3}", "<html>"),
        arguments("{\"id\":1}\n]\n{\"id\":3}", "]"),
        arguments("{\"data\":[{\"id\":1},{\"id\":3}],\"b\":", "{\"data\":[],\"b\":"),
        arguments("{\"b\":?,\"data\":[{\"id\":1},{\"id\":3}]}", "{\"b\":?,\"data\":[]}"),
        arguments("[{\"id\":1},{\"id\":3}", "["));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void readsOnBehindWhatIsBrokenAndKeepsItsText(String json, String text) {
    List<Element> elements = elements(json);

    assertThat(elements)
        .filteredOn(element -> element.problem() == null)
        .extracting(element -> String.valueOf(element.json()))
        .containsExactly("{\"id\":1}", "{\"id\":3}");
    assertThat(elements)
        .filteredOn(element -> element.problem() != null)
        .extracting(Element::text)
        .containsExactly(text);
  }

  @Test
  void losesNoByteOfWhatIsBroken() {
    String sound = "{\"page\":1,\"data\":[{\"id\":1,\"a\":[\"x\"]},{\"id\":2}],\"b\":{}}\n";
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      int place = random.nextInt(sound.length());
      char wrong = "{}[]\",:\\x\n".charAt(random.nextInt(10));
      String json = sound.substring(0, place) + wrong + sound.substring(place + 1) + sound;

      List<Element> elements = elements(json);

      String texts = elements.stream().map(Element::text).collect(joining());
      assertThat(occurrences("\"id\"", texts)).as(json).isEqualTo(occurrences("\"id\"", json));
      assertThat(elements.stream().map(Element::number)).as(json).doesNotHaveDuplicates();
    }
  }

  private static long occurrences(String word, String text) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }

  @Test
  void refusesAnElementBeyondTheLimit() {
    assertThatThrownBy(() -> elements("[\"" + "x".repeat(2_000) + "\"]"))
        .hasRootCauseMessage("the value on line 1 is longer than 1000 bytes");
  }
}
