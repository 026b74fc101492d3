package org.reelhouse.normalize.formats;

import java.util.List;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/** {@code mal-csv}: the list of MyAnimeList with its identifiers. */
record MalCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(
          List.of("anime_id", "name", "genre", "type", "episodes", "rating", "members"), List.of());

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    String id = COLUMNS.number(record, "anime_id");
    return MalAnime.described(new TitleDraft(id).externalId("mal", id), COLUMNS, record);
  }
}
