package org.reelhouse.ratings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.RowFactory;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.raw.RawReading;
import org.reelhouse.raw.RawSnapshot;
import org.reelhouse.raw.RecordMapper;

/** One dataset of ratings as the settings and the raw zone have it. */
record RatingDataset(DatasetSettings settings, RatingFormat format, RawSnapshot snapshot) {

  /** Those that have a snapshot on or before a date, in the order of their names. */
  static List<RatingDataset> all(Lake lake, LocalDate asOf, Settings settings) {
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
                                            .newest(source, name, asOf)
                                            .ifPresent(
                                                snapshot ->
                                                    datasets.add(
                                                        new RatingDataset(
                                                            dataset, format, snapshot))))));
    return datasets;
  }

  /** How its ratings, good and bad, become rows of {@link ParsedRating#SCHEMA}. */
  RawReading reading() {
    String titlesOf = Objects.requireNonNullElse(settings.titlesOf(), snapshot.source());
    RatingScale scale =
        RatingScale.of(Objects.requireNonNullElse(settings.scale(), List.of(0.0, 10.0)));
    return reading(record -> List.of(ParsedRating.row(record, titlesOf, scale)).iterator());
  }

  /** Its records by where they come from alone, to be counted apart from what becomes of them. */
  RawReading counting() {
    return reading(
        record -> List.of(RowFactory.create(record.source(), record.dataset())).iterator());
  }

  private RawReading reading(RecordMapper mapper) {
    String separator = Objects.requireNonNullElse(settings.separator(), format.usualSeparator());
    return new RawReading(snapshot, format.layout(separator), mapper);
  }
}
