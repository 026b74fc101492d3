package org.reelhouse.normalize;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** The SHA-256 of a list of values, independent of where they were read. */
final class Fingerprint {
  private Fingerprint() {}

  /** 64 hexadecimal digits. Null, empty text and neighbouring values cannot be confused. */
  static String of(@Nullable Object... values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      append(text, value);
    }
    return HexFormat.of()
        .formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    if (value == null) {
      text.append("~,");
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      appendSorted(text, CollectionConverters.asJava(map));
    } else if (value instanceof Row row) {
      append(text, row.toSeq());
    } else if (value instanceof Iterable<?> list) {
      text.append('[');
      CollectionConverters.asJava(list).forEach(element -> append(text, element));
      text.append(']');
    } else {
      String written = value.toString();
      text.append(written.length()).append(':').append(written).append(',');
    }
  }

  private static void appendSorted(StringBuilder text, Map<?, ?> map) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    text.append('{');
    sorted.forEach(
        (key, value) -> {
          append(text, key);
          append(text, value);
        });
    text.append('}');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
