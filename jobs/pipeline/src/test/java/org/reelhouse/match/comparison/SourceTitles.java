package org.reelhouse.match.comparison;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code silver.source_title} for tests, as column name, value, column name, value … */
public final class SourceTitles {
  private SourceTitles() {}

  /**
   * A film.
   *
   * @param ids namespace and value of its external id, or nothing
   */
  public static @Nullable Object[] film(
      String source, String id, String title, int year, String director, String... ids) {
    return new @Nullable Object[] {
      "source",
      source,
      "source_id",
      id,
      "kind",
      "movie",
      "title",
      title,
      "release_year",
      year,
      "directors",
      List.of(director).toArray(),
      "external_ids",
      ids.length == 0 ? null : Map.of(ids[0], ids[1]),
      "snapshot",
      Date.valueOf("2026-01-01"),
      "source_file",
      "file",
      "record_hash",
      "hash"
    };
  }
}
