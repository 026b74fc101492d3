package org.reelhouse.normalize.merge;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.TitleColumns;

/** The SHA-256 of a list of values, independent of where they were read. */
final class Fingerprint {
  private Fingerprint() {}

  /** 64 hexadecimal digits. Null, empty text and neighbouring values cannot be confused. */
  static String of(@Nullable Object... values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      append(text, value);
    }
    return DigestUtils.sha256Hex(text.toString());
  }

  /**
   * The {@code record_hash} of a title.
   *
   * @param title values by {@link TitleColumns}; where it was read from, and its hash, do not count
   */
  static String ofTitle(@Nullable Object[] title) {
    return of(
        TitleColumns.OF_VALUES.stream()
            .map(column -> TitleColumns.OF_READING.contains(column) ? null : title[column])
            .toArray());
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    if (value == null) {
      text.append("~,");
    } else if (value instanceof Map<?, ?> map) {
      appendSorted(text, map);
    } else if (value instanceof Collection<?> list) {
      text.append('[');
      list.forEach(element -> append(text, element));
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
}
