package org.reelhouse.normalize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.config.SourceSettings;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.formats.DraftMapper;
import org.reelhouse.normalize.formats.Formats;
import org.reelhouse.raw.RawReading;
import org.reelhouse.raw.RawSnapshot;
import org.reelhouse.raw.RawZone;

/**
 * A landed dataset of titles.
 *
 * @param snapshot its newest snapshot
 */
record TitleInput(RawSnapshot snapshot, DatasetSettings dataset, DraftMapper mapper) {

  /**
   * The datasets of titles that were landed on or before a date, by source and dataset; those of
   * ratings are passed over.
   */
  static List<TitleInput> of(RawZone raw, LocalDate asOf, Map<String, SourceSettings> sources) {
    Map<String, String> platforms = platforms(sources);
    List<TitleInput> inputs = new ArrayList<>();
    new TreeMap<>(sources)
        .forEach(
            (source, settings) ->
                new TreeMap<>(settings.datasets())
                    .forEach(
                        (name, dataset) -> {
                          String titlesOf =
                              dataset.titlesOf() == null ? source : dataset.titlesOf();
                          Formats.ofTitles(source, name, dataset.format())
                              .map(
                                  format ->
                                      new DraftMapper(
                                          format, titlesOf, platforms, settings.platform()))
                              .ifPresent(
                                  mapper ->
                                      raw.newest(source, name, asOf)
                                          .map(found -> new TitleInput(found, dataset, mapper))
                                          .ifPresent(inputs::add));
                        }));
    return inputs;
  }

  /** How {@code ops.job_run} names it, such as {@code raw/tmdb/movies}. */
  String name() {
    return snapshot.input();
  }

  /** How its records become {@link DraftRows}. */
  RawReading reading() {
    return new RawReading(snapshot, mapper.format().layout(dataset), mapper);
  }

  /**
   * Platform to source: a platform may be named by its source or in its own words. Where two
   * sources list one platform, the one with the higher priority is meant.
   */
  private static Map<String, String> platforms(Map<String, SourceSettings> sources) {
    Map<String, String> platforms = new TreeMap<>();
    sources.entrySet().stream()
        .filter(source -> source.getValue().platform() != null)
        .sorted(
            java.util.Comparator.<Map.Entry<String, SourceSettings>>comparingInt(
                    source -> source.getValue().priority())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            source -> {
              platforms.put(source.getKey(), source.getKey());
              platforms.putIfAbsent(
                  String.valueOf(source.getValue().platform()).toLowerCase(Locale.ROOT),
                  source.getKey());
            });
    return platforms;
  }
}
