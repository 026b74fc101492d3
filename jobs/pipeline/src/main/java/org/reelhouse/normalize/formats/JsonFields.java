package org.reelhouse.normalize.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.values.Texts;

/** Reads fields of JSON that may be absent, null or of another type than published. */
final class JsonFields {
  private JsonFields() {}

  /** The cleaned text of the first of these fields that has any. */
  static @Nullable String text(JsonNode node, String... fields) {
    for (String field : fields) {
      JsonNode value = node.path(field);
      String text = says(value) ? Texts.clean(value.asText()) : null;
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** What a function makes of the elements of an array, each once, in order, without nulls. */
  static @Nullable List<String> each(
      JsonNode array, Function<JsonNode, @Nullable String> function) {
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode element : array) {
      String value = function.apply(element);
      if (value != null) {
        values.add(value);
      }
    }
    return values.isEmpty() ? null : List.copyOf(values);
  }

  /** The texts of one field of the elements of an array. */
  static @Nullable List<String> texts(JsonNode array, String field) {
    return each(array, element -> text(element, field));
  }

  /** The texts that are elements of an array; what is no text or number is left out. */
  static @Nullable List<String> texts(JsonNode array) {
    return each(array, element -> says(element) ? Texts.clean(element.asText()) : null);
  }

  /** Where Python means that a value is missing, it writes null or NaN. */
  private static boolean says(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !isNaN(value);
  }

  private static boolean isNaN(JsonNode value) {
    return value.isDouble() && Double.isNaN(value.doubleValue());
  }

  /** The first of these fields that is an array; else a missing node. */
  static JsonNode array(JsonNode node, String... fields) {
    for (String field : fields) {
      if (node.path(field).isArray()) {
        return node.path(field);
      }
    }
    return node.path("no such field");
  }
}
