package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.Locale;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/** {@code movielens-tags}: one keyword that a user gave a title. */
public record MovielensTags() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(List.of("movieId", "tag"), List.of("userId", "timestamp"));

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    String tag = COLUMNS.text(record, "tag");
    if (tag == null) {
      throw new Rejection("bad_value", "tag is empty");
    }
    return new TitleDraft(COLUMNS.number(record, "movieId"))
        .keywords(List.of(tag.toLowerCase(Locale.ROOT)));
  }
}
