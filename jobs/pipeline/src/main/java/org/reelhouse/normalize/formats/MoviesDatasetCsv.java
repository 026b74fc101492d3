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

/** {@code movies-dataset-csv}: films of The Movies Dataset, with Python literals in their cells. */
record MoviesDatasetCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(
          List.of(
              "id",
              "imdb_id",
              "title",
              "original_title",
              "original_language",
              "overview",
              "release_date",
              "genres",
              "belongs_to_collection",
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
          List.of("adult", "homepage", "poster_path", "tagline", "video"));
  private static final TmdbRecords RECORDS =
      new TmdbRecords(
          COLUMNS,
          Set.of(
              "belongs_to_collection",
              "genres",
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
    return DraftRules.required(
        TmdbTitle.describe(draft, RECORDS.object(record, PythonLiteral::parse)));
  }
}
