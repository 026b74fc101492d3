package org.reelhouse.lake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one JSON document, read one at a time: those of the first of the named top-level
 * arrays, the object that stands where such an array would, the elements of a document that is an
 * array, or else the document. A document that breaks off gives one last record with the problem.
 */
final class JsonRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonParser parser;
  private final List<String> arrays;
  private long number;
  private boolean inArray;
  private boolean ended;

  JsonRecords(InputStream stream, List<String> arrays) throws IOException {
    this.parser = JSON.createParser(stream);
    this.arrays = arrays;
  }

  /**
   * One element.
   *
   * @param number its place in the document, from 1
   * @param json the element, or null if there is a problem
   * @param problem why the rest of the document cannot be read, or null
   */
  record Element(long number, @Nullable JsonNode json, @Nullable String problem) {}

  /** The next element, or null at the end. */
  @Nullable Element next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      JsonNode element = inArray ? nextOfArray() : first();
      return element == null ? null : new Element(++number, element, null);
    } catch (JsonProcessingException broken) {
      ended = true;
      return new Element(
          ++number,
          null,
          "not JSON from line %d column %d on: %s"
              .formatted(
                  broken.getLocation().getLineNr(),
                  broken.getLocation().getColumnNr(),
                  broken.getOriginalMessage()));
    }
  }

  private @Nullable JsonNode first() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      ended = true;
      return null;
    }
    if (token == JsonToken.START_ARRAY) {
      inArray = true;
      return nextOfArray();
    }
    return token == JsonToken.START_OBJECT ? firstOfObject() : onlyRecord(JSON.readTree(parser));
  }

  private @Nullable JsonNode firstOfObject() throws IOException {
    ObjectNode document = JSON.createObjectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (arrays.contains(name) && value == JsonToken.START_ARRAY) {
        inArray = true;
        return nextOfArray();
      }
      JsonNode node = JSON.readTree(parser);
      if (arrays.contains(name) && node.isObject()) {
        return onlyRecord(node);
      }
      document.set(name, node);
    }
    return onlyRecord(document);
  }

  private JsonNode onlyRecord(JsonNode node) {
    ended = true;
    return node;
  }

  private @Nullable JsonNode nextOfArray() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY || token == null) {
      ended = true;
      return null;
    }
    return JSON.readTree(parser);
  }
}
