package org.reelhouse.samples.dumps;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values nested in a cell, as JSON or as Python prints them. */
enum Literal {
  JSON("null", "true", "false"),
  PYTHON("None", "True", "False");

  private final String nothing;
  private final String yes;
  private final String no;

  Literal(String nothing, String yes, String no) {
    this.nothing = nothing;
    this.yes = yes;
    this.no = no;
  }

  /** A map that keeps the order of its keys: key, value, key, value … */
  static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return map;
  }

  /** The names of things as a list of maps with invented ids. */
  static List<Map<String, @Nullable Object>> named(List<String> names) {
    return names.stream().map(name -> map("id", id(name), "name", name)).toList();
  }

  /** An id that follows from a name. */
  static int id(String name) {
    return 100 + Math.floorMod(name.hashCode(), 99_900);
  }

  String of(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private void append(@Nullable Object value, StringBuilder out) {
    if (value == null) {
      out.append(nothing);
    } else if (value instanceof Boolean truth) {
      out.append(truth ? yes : no);
    } else if (value instanceof String text) {
      out.append(this == JSON ? json(text) : python(text));
    } else if (value instanceof Collection<?> list) {
      appendList(list, out);
    } else if (value instanceof Map<?, ?> map) {
      appendMap(map, out);
    } else {
      out.append(value);
    }
  }

  private void appendList(Collection<?> list, StringBuilder out) {
    out.append('[');
    for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
      append(items.next(), out);
      out.append(items.hasNext() ? ", " : "");
    }
    out.append(']');
  }

  private void appendMap(Map<?, ?> map, StringBuilder out) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      append(entry.getKey(), out);
      out.append(": ");
      append(entry.getValue(), out);
      separator = ", ";
    }
    out.append('}');
  }

  /** Escapes what is not ASCII, as TMDB's dump does. */
  private static String json(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character < 0x20 || character > 0x7E) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        out.append(character);
      }
    }
    return out.append('"').toString();
  }

  /** Python chooses the quotes that need no escape. */
  private static String python(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n");
    if (escaped.indexOf('\'') < 0) {
      return "'" + escaped + "'";
    }
    return escaped.indexOf('"') < 0
        ? "\"" + escaped + "\""
        : "'" + escaped.replace("'", "\\'") + "'";
  }
}
