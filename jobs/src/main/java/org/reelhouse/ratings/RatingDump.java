package org.reelhouse.ratings;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.RawSnapshot;
import org.reelhouse.lake.RawZone;

/**
 * One dataset of ratings.
 *
 * @param titlesOf the source whose identifiers name the titles
 * @param separator between the cells, or null for that of the format
 * @param lowest rating of the scale, not negative
 * @param highest rating of the scale
 */
record RatingDump(
    String source,
    String dataset,
    String titlesOf,
    RatingFormat format,
    @Nullable String separator,
    double lowest,
    double highest)
    implements Serializable {

  /** The datasets of ratings among all that are published, in the order of their names. */
  static List<RatingDump> of(Settings settings) {
    List<RatingDump> dumps = new ArrayList<>();
    settings
        .sources()
        .forEach(
            (source, published) ->
                published
                    .datasets()
                    .forEach(
                        (dataset, files) ->
                            RatingFormat.named(files.format())
                                .map(format -> of(source, dataset, format, files))
                                .ifPresent(dumps::add)));
    dumps.sort(Comparator.comparing(RatingDump::source).thenComparing(RatingDump::dataset));
    return dumps;
  }

  private static RatingDump of(
      String source, String dataset, RatingFormat format, DatasetSettings files) {
    List<Double> scale = files.scale();
    if (scale == null || scale.get(0) < 0) {
      throw new PipelineException(
          "Cannot read ratings from %s of %s: its scale is %s. Set sources.%s.datasets.%s.scale to [lowest, highest], neither negative."
              .formatted(dataset, source, scale == null ? "not set" : scale, source, dataset));
    }
    String titlesOf = files.titlesOf() == null ? source : files.titlesOf();
    return new RatingDump(
        source, dataset, titlesOf, format, files.separator(), scale.get(0), scale.get(1));
  }

  /** How {@code ops.job_run} names this dataset. */
  String input() {
    return "raw/" + source + "/" + dataset;
  }

  /** One row of {@link ParsedRating#SCHEMA} for each record of a snapshot. */
  Dataset<Row> read(RawZone raw, RawSnapshot snapshot) {
    return raw.read(
        snapshot,
        format.layout(separator),
        record -> List.of(ParsedRating.of(this, record)).iterator(),
        ParsedRating.SCHEMA);
  }
}
