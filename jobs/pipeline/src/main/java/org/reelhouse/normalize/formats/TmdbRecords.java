package org.reelhouse.normalize.formats;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.raw.RawRecord;

/**
 * Dumps of TMDB's fields as delimited cells, some of which hold nested values.
 *
 * @param columns of the dump
 * @param nested columns whose cells hold lists or objects
 */
record TmdbRecords(CsvColumns columns, Set<String> nested) implements java.io.Serializable {
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** A cell of one JSON value and nothing behind it. */
  static final NestedCell JSON = STRICT::readTree;

  /** The record as the API would give it. */
  ObjectNode object(RawRecord record, NestedCell reader) throws Rejection {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    List<String> names =
        Stream.concat(columns.required().stream(), columns.optional().stream()).toList();
    for (String column : names) {
      String cell = columns.raw(record, column);
      if (cell != null && nested.contains(column)) {
        object.set(column, nestedValue(column, cell, reader));
      } else if (cell != null) {
        object.put(column, cell);
      }
    }
    return object;
  }

  private static JsonNode nestedValue(String column, String cell, NestedCell reader)
      throws Rejection {
    JsonNode value = value(column, cell, reader);
    if (!value.isContainerNode() && !value.isNull() && !value.isMissingNode()) {
      throw new Rejection("bad_value", column + " holds no list but " + cell);
    }
    return value;
  }

  private static JsonNode value(String column, String cell, NestedCell reader) throws Rejection {
    try {
      return reader.parse(cell);
    } catch (java.io.IOException | java.text.ParseException failure) {
      throw new Rejection("bad_value", column + " cannot be read: " + firstLine(failure));
    }
  }

  private static String firstLine(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  /** How the text of a nested cell becomes a value. */
  interface NestedCell {
    JsonNode parse(String cell) throws java.io.IOException, java.text.ParseException;
  }
}
