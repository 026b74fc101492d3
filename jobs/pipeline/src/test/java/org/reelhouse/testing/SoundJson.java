package org.reelhouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.raw.RawLayout;

/**
 * A JSON file of three sound records, to be spoilt.
 *
 * @param records an object each, with at least two fields
 */
public record SoundJson(RawLayout.Json layout, List<String> records) {
  private static final int TEN_MEGABYTES = 10 << 20;
  private static final int MORE_THAN_JACKSON_READS = 21 << 20;

  /** The file with each fault that a JSON file may have. */
  public List<SpoiltFile> spoilt() {
    String second = records.get(1);
    String lines = String.join("\n", records) + "\n";
    List<SpoiltFile> files = new ArrayList<>(SpoiltText.of(document(second)));
    files.addAll(
        List.of(
            readable("a record a line", lines, 3, 0),
            readable("a broken line", lines.replace(second, second + "}"), 3, 1),
            readable("an array", "[" + String.join(",", records) + "]", 3, 0),
            readable("an empty array", "[]", 0, 0),
            readable("a page of HTML", "<!DOCTYPE html>", 0, 1),
            readable("null", "null", 0, 1),
            readable("text behind the document", document(second) + "oops", 3, 1)));
    files.addAll(withABrokenRecord());
    return files;
  }

  private List<SpoiltFile> withABrokenRecord() {
    String second = records.get(1);
    String fields = second.substring(0, second.length() - 1);
    String whole = document(second);
    return List.of(
        readable("cut off", whole.substring(0, whole.lastIndexOf(records.get(2)) + 5), 2, 1),
        readable("a brace that is not closed", document(fields), 2, 1),
        readable("a quote that is not closed", document(fields + ",\"a\":\"b}"), 2, 1),
        readable("a value that is none", document(fields + ",\"a\":b}"), 2, 1),
        readable("NaN", document(fields + ",\"score\":NaN,\"popularity\":NaN}"), 3, 0),
        readable("Infinity", document(fields + ",\"score\":-Infinity,\"a\":Infinity}"), 3, 0),
        readable("a number of 400 digits", document(fields + ",\"score\":1e400}"), 3, 0),
        readable("fields of other types", document(fields + ",\"score\":[{}],\"year\":{}}"), 3, 0),
        readable("a record that is none", document("[1]"), 2, 1),
        readable("a record without fields", document("{}"), 2, 1),
        readable("a record twice", document(second + ",\n" + second), 4, 0),
        SpoiltFile.readable(
            "bytes that are not UTF-8",
            SpoiltText.latin(document(fields + ",\"a\":\"caf\u00e9\"}")),
            2,
            1),
        readable("ten megabytes", document(fields + text(TEN_MEGABYTES)), 3, 0),
        readable("a text too long", document(fields + text(MORE_THAN_JACKSON_READS)), 2, 1));
  }

  private static String text(int length) {
    return ",\"overview\":\"" + "x".repeat(length) + "\"}";
  }

  private static SpoiltFile readable(String fault, String text, int good, int rejected) {
    return SpoiltFile.readable(fault, text.getBytes(UTF_8), good, rejected);
  }

  /** The file with another second record. */
  public String document(String second) {
    String elements = String.join(",\n", records.get(0), second, records.get(2));
    String array = array();
    return array == null
        ? "[" + elements + "]\n"
        : "{\"page\":1,\n\"%s\":[%s],\n\"pages\":{\"last\":1}}\n".formatted(array, elements);
  }

  private @Nullable String array() {
    return layout.arrays().isEmpty() ? null : layout.arrays().get(0);
  }
}
