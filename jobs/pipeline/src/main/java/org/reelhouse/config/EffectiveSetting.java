package org.reelhouse.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One setting as it counts.
 *
 * @param key from the top, with dots; a setting of Spark by its own name
 * @param value a scalar, a list, or nothing
 * @param origin where it was set last
 */
public record EffectiveSetting(String key, JsonNode value, Origin origin) {}
