package org.reelhouse.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of one dataset.
 *
 * @param format one of the formats of {@code conf/sources.yaml}
 * @param paths paths or globs below the data folder, or absolute URIs; plain or gzip
 * @param scale lowest and highest rating, for datasets of ratings
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
    paths = List.copyOf(Require.present("paths", paths));
    if (paths.isEmpty()) {
      throw new InvalidSetting("paths", "must name at least one path");
    }
    if (scale != null && (scale.size() != 2 || !(scale.get(0) < scale.get(1)))) {
      throw new InvalidSetting("scale", "must be [lowest, highest] but is " + scale);
    }
  }
}
