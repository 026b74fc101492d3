package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Dates;
import org.reelhouse.normalize.values.Numbers;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/**
 * {@code platform-scores-csv}: mean scores, 0 to 5, of titles that are named by platform, title in
 * lower case and year.
 */
record PlatformScoresCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final double LOWEST_SCORE = 0.0;
  private static final double HIGHEST_SCORE = 5.0;
  private static final CsvColumns COLUMNS =
      new CsvColumns(List.of("score", "platform", "title", "release_year"), List.of());

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public boolean namesTitles() {
    return true;
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    return new TitleDraft(name(record)).score(score(COLUMNS.text(record, "score")));
  }

  private static String name(RawRecord record) throws Rejection {
    String platform = COLUMNS.text(record, "platform");
    if (platform == null) {
      throw new Rejection("missing_id", "platform is empty");
    }
    String title = COLUMNS.text(record, "title");
    if (title == null) {
      throw new Rejection("missing_title", "title is empty");
    }
    Integer year = Dates.year(COLUMNS.text(record, "release_year"));
    return platform.toLowerCase(Locale.ROOT) + "|" + title.toLowerCase(Locale.ROOT) + "|" + year;
  }

  private static Double score(@Nullable String text) throws Rejection {
    Double score = Numbers.score(Numbers.decimal(text), LOWEST_SCORE, HIGHEST_SCORE);
    if (score == null) {
      throw new Rejection("bad_value", "score is " + text + " and not from 0 to 5");
    }
    return score;
  }
}
