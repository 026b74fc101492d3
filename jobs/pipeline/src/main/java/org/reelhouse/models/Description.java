package org.reelhouse.models;

import java.util.Map;

/**
 * What is recorded of a version beside its measures.
 *
 * @param trainingRows rows it was fitted to
 * @param parameters it was fitted with, by name; {@link SavedVersion} gives them back
 */
public record Description(long trainingRows, Map<String, String> parameters) {}
