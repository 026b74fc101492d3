package org.reelhouse.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.RawSnapshot;

/** One dataset of ratings as the settings and the raw zone have it. */
record RatingDataset(DatasetSettings settings, RatingFormat format, RawSnapshot snapshot) {

  /** Those that have a snapshot, in the order of their names. */
  static List<RatingDataset> all(Lake lake, Settings settings) {
    List<RatingDataset> datasets = new ArrayList<>();
    new TreeMap<>(settings.sources())
        .forEach(
            (source, published) ->
                new TreeMap<>(published.datasets())
                    .forEach(
                        (name, dataset) ->
                            RatingFormat.named(dataset.format())
                                .ifPresent(
                                    format ->
                                        lake.raw()
                                            .newest(source, name)
                                            .ifPresent(
                                                snapshot ->
                                                    datasets.add(
                                                        new RatingDataset(
                                                            dataset, format, snapshot))))));
    return datasets;
  }

  /** The ratings of this dataset, good and bad, as rows of {@link ParsedRating#SCHEMA}. */
  Dataset<Row> read(Lake lake) {
    String titlesOf = Objects.requireNonNullElse(settings.titlesOf(), snapshot.source());
    RatingScale scale =
        RatingScale.of(Objects.requireNonNullElse(settings.scale(), List.of(0.0, 10.0)));
    String separator = Objects.requireNonNullElse(settings.separator(), format.usualSeparator());
    return lake.raw()
        .read(
            snapshot,
            format.layout(separator),
            record -> List.of(ParsedRating.row(record, titlesOf, scale)).iterator(),
            ParsedRating.SCHEMA);
  }
}
