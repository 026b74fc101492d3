package org.reelhouse.raw;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of the JSON documents of a file, which may be one or a line each: those of the first
 * of the named top-level arrays, the object that stands where such an array would, the elements of
 * a document that is an array, or else the document. What is no JSON is an element with a problem,
 * and reading goes on behind it.
 */
final class JsonRecords {
  /** Python writes NaN and Infinity, which are no JSON. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonText text;
  private final List<String> arrays;
  private JsonText.@Nullable Cut document;
  private @Nullable Element latest;
  private long number;

  /**
   * Elements of a stream.
   *
   * @param limit bytes that an element may have
   * @throws java.io.UnsupportedEncodingException if the text is plainly not in UTF-8
   */
  JsonRecords(InputStream stream, List<String> arrays, int limit) throws IOException {
    this.text = new JsonText(stream, limit);
    this.arrays = arrays;
  }

  /**
   * One element.
   *
   * @param number its place in the file, from 1
   * @param text as received; bytes that are not UTF-8 read as U+FFFD
   * @param json the element, or null if there is a problem
   * @param problem why the text cannot be read, or null
   */
  record Element(long number, String text, @Nullable JsonNode json, @Nullable String problem) {}

  /** The next element, or null at the end. */
  @Nullable Element next() throws IOException {
    Element next = null;
    while (next == null && (text.ahead() >= 0 || document != null)) {
      next = document == null ? ofDocument() : ofArray(document);
    }
    latest = next;
    return next;
  }

  private @Nullable Element ofDocument() throws IOException {
    JsonText.Cut cut = text.document(arrays);
    if (cut.opensArray()) {
      document = cut;
      return null;
    }
    Element whole = element(cut);
    return whole.json() == null ? whole : inPlaceOfArray(whole, whole.json());
  }

  private Element inPlaceOfArray(Element whole, JsonNode json) {
    return arrays.stream()
        .map(json::path)
        .filter(JsonNode::isObject)
        .findFirst()
        .map(only -> new Element(whole.number(), whole.text(), only, null))
        .orElse(whole);
  }

  private @Nullable Element ofArray(JsonText.Cut open) throws IOException {
    int ahead = text.ahead();
    if (ahead >= 0 && ahead != ']') {
      return element(text.element());
    }
    document = null;
    boolean reported = latest != null && latest.problem() != null;
    if (ahead < 0) {
      return reported ? null : broken(open, "the document ends before its array does");
    }
    text.finish(open);
    String problem = problem(open);
    return problem == null ? null : broken(open, problem);
  }

  private Element element(JsonText.Cut cut) {
    byte[] bytes = cut.bytes();
    try {
      return new Element(++number, text(bytes), JSON.readTree(bytes), null);
    } catch (IOException noJson) {
      return new Element(number, text(bytes), null, words(cut, noJson));
    }
  }

  private Element broken(JsonText.Cut cut, String problem) {
    return new Element(++number, text(cut.bytes()), null, problem);
  }

  /** Why the frame of an array, which stands there without its elements, is no JSON. */
  private static @Nullable String problem(JsonText.Cut frame) {
    try {
      JSON.readTree(frame.bytes());
      return null;
    } catch (IOException noJson) {
      return words(frame, noJson);
    }
  }

  private static String words(JsonText.Cut cut, IOException noJson) {
    JsonLocation place =
        noJson instanceof JsonProcessingException known ? known.getLocation() : null;
    if (place == null) {
      return "no JSON on line %d: %s".formatted(cut.firstLine(), noJson.getMessage());
    }
    long before = place.getLineNr() == 1 ? cut.firstColumn() - 1 : 0;
    return "no JSON at line %d column %d: %s"
        .formatted(
            cut.firstLine() + place.getLineNr() - 1,
            before + place.getColumnNr(),
            ((JsonProcessingException) noJson).getOriginalMessage());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
