package org.reelhouse.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many records of damaged files are lost by {@link JsonRecords} and by readers on Jackson
 * alone, and how fast each reads a sound one. One JSON object a line. Run by
 * scripts/compare-libraries.
 */
final class JsonComparison {
  private static final String ARRAY = "data";
  private static final int LIMIT = 64 << 20;
  private static final int DAMAGES = 20;
  private static final long LARGE = 200L << 20;
  private static final int ROUNDS = 3;

  private static final ObjectMapper STRICT =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final ObjectMapper WHOLE =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  /** The broken texts of JsonRecordsTest, in each of which two elements are sound. */
  private static final List<String> BROKEN =
      List.of(
          "[{\"id\":1},\n{\"id\":bad},\n{\"id\":3}]",
          "[{\"id\":1},\n{\"id\":\"2},\n{\"id\":3}]",
          "[{\"id\":1},{\"id\":2,{\"id\":3}]",
          "[{\"id\":1},{\"a\":[2},{\"id\":3}]",
          "[{\"id\":1},{\"a\":{\"b\":1,{}}},{\"id\":3}]",
          "[{\"id\":1}},{\"id\":3}]",
          "[{\"id\":1},oops,{\"id\":3}]",
          "{\"id\":1}\n{\"id\":2,\n{\"id\":3}\n",
          "{\"id\":1}\n<html>\n{\"id\":3}",
          "{\"id\":1}\n]\n{\"id\":3}",
          "{\"data\":[{\"id\":1},{\"id\":3}],\"b\":",
          "{\"b\":?,\"data\":[{\"id\":1},{\"id\":3}]}",
          "[{\"id\":1},{\"id\":3}");

  private JsonComparison() {}

  /** Reads a file, and hands on what it takes for elements. */
  private interface Reader {
    void read(InputStream stream, @Nullable String array, Consumer<JsonNode> elements)
        throws IOException;
  }

  /** What a way to damage a text makes of it. */
  private interface Damage {
    String of(String text, Random random);
  }

  /** How the elements of a file stand in it. */
  private enum Layout {
    ONE_LINE("one document on one line"),
    INDENTED("one document, indented"),
    LINES("a document a line");

    private final String words;

    Layout(String words) {
      this.words = words;
    }

    private @Nullable String array() {
      return this == LINES ? null : ARRAY;
    }

    private String text(JsonNode document) throws IOException {
      return switch (this) {
        case ONE_LINE -> STRICT.writeValueAsString(document) + "\n";
        case INDENTED ->
            STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
        case LINES -> lines(document);
      };
    }

    private static String lines(JsonNode document) {
      StringBuilder lines = new StringBuilder();
      document.path(ARRAY).forEach(element -> lines.append(element).append('\n'));
      return lines.toString();
    }
  }

  public static void main(String[] arguments) throws IOException {
    List<JsonNode> documents = documents(Path.of(arguments[0]));
    Map<String, Reader> readers = readers();
    for (Map.Entry<String, Reader> reader : readers.entrySet()) {
      say("broken texts of the test", reader.getKey(), "all sound elements read", broken(reader));
    }
    for (Layout layout : Layout.values()) {
      for (Map.Entry<String, Damage> damage : damages().entrySet()) {
        for (Map.Entry<String, Reader> reader : readers.entrySet()) {
          if (layout == Layout.LINES || !reader.getKey().endsWith("a line each")) {
            damaged(documents, layout, damage, reader);
          }
        }
      }
      speed(documents, layout, readers);
    }
  }

  /** Documents with an array of elements. */
  private static List<JsonNode> documents(Path folder) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).sorted().toList()) {
        JsonNode document = STRICT.readTree(file.toFile());
        if (document.path(ARRAY).isArray()) {
          documents.add(document);
        }
      }
    }
    return documents;
  }

  private static Map<String, Reader> readers() {
    Map<String, Reader> readers = new LinkedHashMap<>();
    readers.put("JsonRecords, as it is", JsonComparison::readServed);
    readers.put("Jackson, no further after an error", jackson(STRICT, ' '));
    readers.put("Jackson, from the next line on", jackson(STRICT, '\n'));
    readers.put("Jackson, from the next brace on", jackson(STRICT, '{'));
    readers.put("Jackson, from the next brace on, by keys", JsonComparison::readByKeys);
    readers.put("Jackson, all leniency, from the next brace on", jackson(LENIENT, '{'));
    readers.put("Jackson, a line each", JsonComparison::readLines);
    return readers;
  }

  private static void readServed(
      InputStream stream, @Nullable String array, Consumer<JsonNode> elements) throws IOException {
    JsonRecords records = new JsonRecords(stream, List.of(ARRAY), LIMIT);
    for (JsonRecords.Element next = records.next(); next != null; next = records.next()) {
      if (next.json() != null) {
        elements.accept(next.json());
      }
    }
  }

  private static Reader jackson(ObjectMapper json, char resumption) {
    return (stream, array, elements) -> {
      JacksonRecords records = new JacksonRecords(json, stream, array, resumption);
      for (JacksonRecords.Element next = records.next(); next != null; next = records.next()) {
        if (next.json() != null) {
          elements.accept(next.json());
        }
      }
    };
  }

  /**
   * After an error an object may be one within an element: only what has half of the keys of the
   * first element is taken for one.
   */
  private static void readByKeys(
      InputStream stream, @Nullable String array, Consumer<JsonNode> elements) throws IOException {
    JacksonRecords records = new JacksonRecords(STRICT, stream, array, '{');
    Set<String> keys = Set.of();
    boolean sound = true;
    for (JacksonRecords.Element next = records.next(); next != null; next = records.next()) {
      JsonNode element = next.json();
      sound &= element != null;
      if (element != null) {
        keys = keys.isEmpty() ? keys(element) : keys;
        long known = keys.stream().filter(element::has).count();
        if (sound || 2 * known >= keys.size()) {
          elements.accept(element);
        }
      }
    }
  }

  private static Set<String> keys(JsonNode element) {
    Set<String> keys = new HashSet<>();
    element.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static void readLines(
      InputStream stream, @Nullable String array, Consumer<JsonNode> elements) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        elements.accept(WHOLE.readTree(line));
      } catch (JsonProcessingException broken) {
        // The line is lost.
      }
    }
  }

  private static String broken(Map.Entry<String, Reader> reader) throws IOException {
    int all = 0;
    for (String text : BROKEN) {
      List<String> read = new ArrayList<>();
      String array = text.startsWith("[") || text.contains(ARRAY) ? ARRAY : null;
      reader.getValue().read(stream(text), array, element -> read.add(element.toString()));
      all += read.equals(List.of("{\"id\":1}", "{\"id\":3}")) ? 1 : 0;
    }
    return "%d of %d".formatted(all, BROKEN.size());
  }

  private static Map<String, Damage> damages() {
    Map<String, Damage> damages = new LinkedHashMap<>();
    damages.put(
        "a byte is another",
        (text, random) -> {
          int place = random.nextInt(text.length());
          char wrong = "{}[]\",:\\x\n".charAt(random.nextInt(10));
          return text.substring(0, place) + wrong + text.substring(place + 1);
        });
    damages.put("a quote is missing", (text, random) -> without('"', text, random));
    damages.put("a closing brace is missing", (text, random) -> without('}', text, random));
    damages.put("a comma is missing", (text, random) -> without(',', text, random));
    damages.put(
        "the end is missing", (text, random) -> text.substring(0, random.nextInt(text.length())));
    damages.put(
        "a line of an error page in between",
        (text, random) -> {
          int middle = random.nextInt(text.length());
          int line = text.indexOf('\n', middle) + 1;
          int place = line == 0 || line == text.length() ? middle : line;
          return text.substring(0, place) + "<html>502</html>\n" + text.substring(place);
        });
    return damages;
  }

  private static String without(char what, String text, Random random) {
    int place = text.indexOf(what, random.nextInt(text.length()));
    return place < 0 ? text : text.substring(0, place) + text.substring(place + 1);
  }

  private static void damaged(
      List<JsonNode> documents,
      Layout layout,
      Map.Entry<String, Damage> damage,
      Map.Entry<String, Reader> reader)
      throws IOException {
    Random random = new Random(7);
    long files = 0;
    long records = 0;
    long lost = 0;
    long most = 0;
    long invented = 0;
    for (JsonNode document : documents) {
      String text = layout.text(document);
      for (int i = 0; i < DAMAGES; i++) {
        String spoilt = damage.getValue().of(text, random);
        Map<String, Integer> left = new HashMap<>();
        document.path(ARRAY).forEach(each -> left.merge(each.toString(), 1, Integer::sum));
        int[] others = new int[1];
        reader
            .getValue()
            .read(stream(spoilt), layout.array(), each -> others[0] += taken(each, left) ? 0 : 1);
        long lostHere = left.values().stream().mapToInt(count -> count).sum();
        files++;
        records += document.path(ARRAY).size();
        lost += lostHere;
        most = Math.max(most, lostHere);
        invented += others[0];
      }
    }
    System.out.printf(
        Locale.ROOT,
        "{\"layout\": \"%s\", \"damage\": \"%s\", \"reader\": \"%s\", \"files\": %d,"
            + " \"records\": %.1f, \"lost\": %.2f, \"most lost\": %d, \"others read\": %.2f}%n",
        layout.words,
        damage.getKey(),
        reader.getKey(),
        files,
        (double) records / files,
        (double) lost / files,
        most,
        (double) invented / files);
  }

  private static boolean taken(JsonNode element, Map<String, Integer> left) {
    Integer count = left.get(element.toString());
    if (count == null || count == 0) {
      return false;
    }
    left.put(element.toString(), count - 1);
    return true;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void speed(List<JsonNode> documents, Layout layout, Map<String, Reader> readers)
      throws IOException {
    Path file = Files.createTempFile("large", ".json");
    try {
      write(documents, layout, file);
      for (int round = 1; round <= ROUNDS; round++) {
        for (Map.Entry<String, Reader> reader : readers.entrySet()) {
          boolean whole = !reader.getKey().endsWith("a line each") || layout == Layout.LINES;
          if (whole && !reader.getKey().contains(" brace ")) {
            speed(file, layout, reader);
          }
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void speed(Path file, Layout layout, Map.Entry<String, Reader> reader)
      throws IOException {
    long[] elements = new long[1];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      reader.getValue().read(stream, layout.array(), element -> elements[0]++);
    }
    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "{\"layout\": \"%s\", \"reader\": \"%s\", \"elements\": %d, \"MB\": %.0f, \"seconds of CPU\": %.2f, \"MB a second\": %.0f}%n",
        layout.words,
        reader.getKey(),
        elements[0],
        Files.size(file) / 1e6,
        seconds,
        Files.size(file) / 1e6 / seconds);
  }

  /** The elements of all documents again and again, as one file. */
  private static void write(List<JsonNode> documents, Layout layout, Path file) throws IOException {
    List<byte[]> elements = new ArrayList<>();
    for (JsonNode document : documents) {
      for (JsonNode element : document.path(ARRAY)) {
        elements.add(
            layout == Layout.INDENTED
                ? STRICT.writerWithDefaultPrettyPrinter().writeValueAsBytes(element)
                : STRICT.writeValueAsBytes(element));
      }
    }
    byte[] between = (layout == Layout.LINES ? "\n" : ",").getBytes(StandardCharsets.UTF_8);
    byte[] before = (layout == Layout.LINES ? "" : "{\"data\":[").getBytes(StandardCharsets.UTF_8);
    byte[] after = (layout == Layout.LINES ? "\n" : "]}").getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(before);
      long written = 0;
      for (int i = 0; written < LARGE; i++) {
        out.write(i == 0 ? new byte[0] : between);
        out.write(elements.get(i % elements.size()));
        written += elements.get(i % elements.size()).length;
      }
      out.write(after);
    }
  }

  private static void say(String what, String reader, String measure, String value) {
    System.out.printf(
        "{\"what\": \"%s\", \"reader\": \"%s\", \"%s\": \"%s\"}%n", what, reader, measure, value);
  }
}
