package org.reelhouse.raw;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link JsonRecords} would be on Jackson's parser alone: it reads element by element, and
 * after an error another one begins at some byte further on. The layout of the file must be known.
 */
final class JacksonRecords {
  private final ObjectMapper json;
  private final Window window;
  private final @Nullable String array;
  private final char resumption;
  private JsonParser parser;
  private boolean resumed;

  /** Place in the file at which the parser began to count. */
  private long base;

  /** Place in the file behind the latest element. */
  private long behind;

  /**
   * The elements of a stream.
   *
   * @param array name of the array that holds them, or null where documents follow one another
   * @param resumption after an error reading goes on at the next opening brace, or behind the next
   *     end of a line, if it is one of these
   */
  JacksonRecords(ObjectMapper json, InputStream stream, @Nullable String array, char resumption)
      throws IOException {
    this.json = json;
    this.window = new Window(stream);
    this.array = array;
    this.resumption = resumption;
    this.parser = json.createParser(window);
  }

  /**
   * One element, or what stands in the place of one.
   *
   * @param text as received
   */
  record Element(String text, @Nullable JsonNode json) {}

  /** The next element, or null at the end. */
  @Nullable Element next() throws IOException {
    long start = behind;
    try {
      JsonToken token = parser.nextToken();
      if (array != null && !resumed && isTop()) {
        token = token == JsonToken.START_ARRAY ? parser.nextToken() : firstOfArray(array);
      }
      if (token == JsonToken.END_ARRAY && resumed) { // perhaps one within a broken element
        return afterError(start, base + parser.currentLocation().getByteOffset());
      }
      if (token == null || token == JsonToken.END_ARRAY) {
        return null;
      }
      start = base + parser.currentTokenLocation().getByteOffset();
      JsonNode element = json.readTree(parser);
      behind = base + parser.currentLocation().getByteOffset();
      String text = window.text(start, behind);
      window.forget(behind);
      return new Element(text, element);
    } catch (JsonProcessingException broken) {
      return afterError(start, base + broken.getLocation().getByteOffset());
    }
  }

  /** Whether the bracket just read opens the whole document. */
  private boolean isTop() {
    return parser.getParsingContext().getParent() != null
        && parser.getParsingContext().getParent().inRoot();
  }

  /** Passes over what stands before the array; null if there is none. */
  private @Nullable JsonToken firstOfArray(String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals(name);
      if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
        return parser.nextToken();
      }
      parser.skipChildren();
    }
    return null;
  }

  private Element afterError(long start, long error) throws IOException {
    long found =
        resumption == '{' || resumption == '\n'
            ? window.find((byte) resumption, Math.max(error, start + 1))
            : -1;
    if (found < 0) {
      parser = json.createParser(new byte[0]);
      return new Element(window.text(start, window.end()), null);
    }
    behind = resumption == '\n' ? window.behindCommas(found + 1) : found;
    String text = window.text(start, behind);
    window.forget(behind);
    resume();
    return new Element(text, null);
  }

  /** Commas stand between the elements of an array, so the parser must believe it is in one. */
  private void resume() throws IOException {
    resumed = true;
    window.seek(behind);
    if (array == null) {
      base = behind;
      parser = json.createParser(window);
    } else {
      base = behind - 1;
      parser =
          json.createParser(
              new SequenceInputStream(new ByteArrayInputStream(new byte[] {'['}), window));
      parser.nextToken();
    }
  }
}
