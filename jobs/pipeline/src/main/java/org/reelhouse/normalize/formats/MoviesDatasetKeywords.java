package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.Set;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/** {@code movies-dataset-keywords-csv}: keywords of The Movies Dataset; supplements its films. */
record MoviesDatasetKeywords() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS = new CsvColumns(List.of("id", "keywords"), List.of());
  private static final TmdbRecords RECORDS = new TmdbRecords(COLUMNS, Set.of("keywords"));

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    TitleDraft draft = new TitleDraft(COLUMNS.number(record, "id"));
    return draft.keywords(
        TmdbTitle.keywords(RECORDS.object(record, PythonLiteral::parse).path("keywords")));
  }
}
