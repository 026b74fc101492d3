package org.reelhouse.normalize.formats;

import java.util.List;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/**
 * {@code mal-info}: the titles of a dump of ratings. Its item numbers are its own and not those of
 * MyAnimeList.
 */
record MalInfo() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(
          List.of("anime_ids", "name", "genre", "type", "episodes", "rating", "members"),
          List.of());

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return new RawLayout.Delimited("\t", true, COLUMNS.required(), COLUMNS.optional());
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    return MalAnime.described(new TitleDraft(COLUMNS.number(record, "anime_ids")), COLUMNS, record);
  }
}
