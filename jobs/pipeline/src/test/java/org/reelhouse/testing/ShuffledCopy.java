package org.reelhouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A copy of a folder of dumps with the records of each file in another order. */
public final class ShuffledCopy {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ShuffledCopy() {}

  /** Copies every file; the same seed gives the same order. */
  public static Path of(Path from, Path to, long seed) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        write(copy, shuffled(file.toString(), read(file), new Random(seed)));
      }
    }
    return to;
  }

  private static String shuffled(String name, String text, Random random) throws IOException {
    return name.endsWith(".json") ? shuffledJson(text, random) : shuffledLines(text, random);
  }

  private static String shuffledJson(String text, Random random) throws IOException {
    JsonNode document = JSON.readTree(text);
    for (String name : List.of("data", "results")) {
      if (document.get(name) instanceof ArrayNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        Collections.shuffle(elements, random);
        array.removeAll();
        array.addAll(elements);
      }
    }
    return document.toString();
  }

  /** A record ends at a line break outside quotes; the first one is the header and stays. */
  private static String shuffledLines(String text, Random random) {
    List<String> records = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      quoted ^= text.charAt(i) == '"';
      if (text.charAt(i) == '\n' && !quoted) {
        records.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      records.add(text.substring(start) + "\n");
    }
    if (records.size() > 1) {
      Collections.shuffle(records.subList(1, records.size()), random);
    }
    return String.join("", records);
  }

  private static String read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = isCompressed(file) ? new GZIPInputStream(bytes) : bytes) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream plain = isCompressed(file) ? new GZIPOutputStream(bytes) : bytes) {
      plain.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean isCompressed(Path file) {
    return file.toString().endsWith(".gz");
  }
}
