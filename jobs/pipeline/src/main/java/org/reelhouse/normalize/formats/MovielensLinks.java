package org.reelhouse.normalize.formats;

import java.util.List;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.ExternalIds;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/** {@code movielens-links}: identifiers of titles at IMDb and TMDB. */
public record MovielensLinks() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(List.of("movieId", "imdbId", "tmdbId"), List.of());

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    return new TitleDraft(COLUMNS.number(record, "movieId"))
        .externalId("imdb", ExternalIds.imdb(COLUMNS.text(record, "imdbId")))
        .externalId("tmdb", ExternalIds.number(COLUMNS.text(record, "tmdbId")));
  }
}
