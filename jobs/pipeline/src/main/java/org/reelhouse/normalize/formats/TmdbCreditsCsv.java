package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.Set;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/** {@code tmdb-credits-csv}: cast and crew of the TMDB 5000 dump; supplements its films. */
record TmdbCreditsCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(List.of("movie_id", "cast", "crew"), List.of("title"));
  private static final TmdbRecords RECORDS = new TmdbRecords(COLUMNS, Set.of("cast", "crew"));

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    TitleDraft draft = new TitleDraft(COLUMNS.number(record, "movie_id"));
    TmdbCredits.add(draft, RECORDS.object(record, TmdbRecords.JSON));
    return draft;
  }
}
