package org.reelhouse.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.lake.JsonRecords.Element;

class JsonRecordsTest {

  private static List<Element> elements(String json) {
    try {
      JsonRecords reader =
          new JsonRecords(
              new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
              List.of("data", "results"));
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
    assertThat(elements.get(1).problem()).startsWith("not JSON from line 2 column");
  }
}
