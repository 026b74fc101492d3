package org.reelhouse.normalize;

import java.util.List;
import java.util.Locale;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.lake.RawLayout;
import org.reelhouse.lake.RawRecord;

/** {@code movielens-tags}: one keyword that a user gave a title. */
record MovielensTags() implements TitleFormat {
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
