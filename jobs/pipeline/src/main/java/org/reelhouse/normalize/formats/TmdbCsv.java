package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.Set;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.DraftRules;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.reference.Kind;

/** {@code tmdb-csv}: films of the TMDB 5000 dump, with JSON in their cells. */
record TmdbCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(
          List.of(
              "id",
              "title",
              "original_title",
              "original_language",
              "overview",
              "release_date",
              "genres",
              "keywords",
              "production_companies",
              "production_countries",
              "spoken_languages",
              "runtime",
              "status",
              "budget",
              "revenue",
              "popularity",
              "vote_average",
              "vote_count"),
          List.of("homepage", "tagline"));
  private static final TmdbRecords RECORDS =
      new TmdbRecords(
          COLUMNS,
          Set.of(
              "genres",
              "keywords",
              "production_companies",
              "production_countries",
              "spoken_languages"));

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    String id = COLUMNS.number(record, "id");
    TitleDraft draft = new TitleDraft(id).kind(Kind.MOVIE).externalId("tmdb", id);
    return DraftRules.required(TmdbTitle.describe(draft, RECORDS.object(record, TmdbRecords.JSON)));
  }
}
