package org.reelhouse.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.commons.codec.digest.DigestUtils;

/** Names settings by their content. */
final class SettingsHash {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private SettingsHash() {}

  /** SHA-256 of the settings as JSON with sorted keys, hexadecimal. */
  static String of(Record settings) {
    try {
      return DigestUtils.sha256Hex(JSON.writeValueAsString(settings));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
