package org.reelhouse.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files of one dataset.
 *
 * @param format one of the formats of {@code conf/sources.yaml}
 * @param paths paths or globs below the data folder, or absolute URIs; plain or gzip
 * @param scale lowest and highest rating, 0 or above, for datasets of ratings
 * @param separator between the cells, for formats that come with several
 * @param titlesOf source whose identifiers the dataset names titles by, if not its own
 */
public record DatasetSettings(
    String format,
    List<String> paths,
    @Nullable List<Double> scale,
    @Nullable String separator,
    @Nullable String titlesOf) {
  public DatasetSettings {
    Require.present("format", format);
    paths = Require.full("paths", paths);
    if (paths.isEmpty()) {
      throw new InvalidSetting("paths", "must name at least one path");
    }
    if (scale != null && !isScale(scale)) {
      throw new InvalidSetting("scale", "must be [lowest, highest] from 0 up but is " + scale);
    }
    if (separator != null && separator.isEmpty()) {
      throw new InvalidSetting("separator", "must have a character");
    }
  }

  private static boolean isScale(List<Double> ends) {
    return ends.size() == 2
        && ends.stream().allMatch(Objects::nonNull)
        && ends.get(0) >= 0
        && ends.get(0) < ends.get(1)
        && ends.get(1) < Double.POSITIVE_INFINITY;
  }
}
