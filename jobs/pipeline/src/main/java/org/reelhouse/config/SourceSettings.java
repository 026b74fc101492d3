package org.reelhouse.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One source.
 *
 * @param priority which source wins where several know a title; lower wins
 * @param platform the platform whose catalogue this is, if it is one
 * @param datasets dataset name to its files
 */
public record SourceSettings(
    int priority, @Nullable String platform, Map<String, DatasetSettings> datasets) {
  public SourceSettings {
    Require.atLeast("priority", priority, 0);
    datasets = Require.full("datasets", datasets);
  }
}
