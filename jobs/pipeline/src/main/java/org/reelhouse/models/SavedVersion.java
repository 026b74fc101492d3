package org.reelhouse.models;

import java.util.Map;
import org.reelhouse.storage.ModelFolder;

/**
 * A version that an earlier run saved.
 *
 * @param version the as-of date of that run as {@code yyyyMMdd}
 * @param layout of its files, one that {@link TrainedModel#opens}
 * @param parameters that it was fitted with
 */
public record SavedVersion(
    int version, int layout, Map<String, String> parameters, ModelFolder folder) {}
