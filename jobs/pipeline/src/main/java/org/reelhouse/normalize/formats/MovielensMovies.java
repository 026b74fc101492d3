package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Inference;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.reference.Kind;

/** {@code movielens-movies}: titles that carry their year and other titles in parentheses. */
public record MovielensMovies() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final CsvColumns COLUMNS =
      new CsvColumns(List.of("movieId", "title", "genres"), List.of());
  private static final String NO_GENRES = "(no genres listed)";

  /** A year, or the years of a series such as (2006–2007) or (2011-). */
  private static final Pattern YEARS =
      Pattern.compile("\\s*\\(\\s*(\\d{4})\\s*(?:([-–—])\\s*(?:\\d{4})?\\s*)?\\)\\s*$");

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    TitleDraft draft = new TitleDraft(COLUMNS.number(record, "movieId")).kind(Kind.MOVIE);
    String written = COLUMNS.text(record, "title");
    if (written == null) {
      throw new Rejection("missing_title", "title is empty");
    }
    Matcher years = YEARS.matcher(written);
    if (years.find()) {
      draft.releaseYear(Integer.valueOf(years.group(1))).inferred("release_year", Inference.TITLE);
      written = years.start() == 0 ? written : written.substring(0, years.start());
      if (years.group(2) != null) {
        draft.kind(Kind.SERIES).inferred("kind", Inference.TITLE);
      }
    }
    MovielensTitle title = MovielensTitle.of(written);
    return draft
        .title(title.title())
        .altTitles(title.others())
        .rawGenres(genres(COLUMNS.text(record, "genres")));
  }

  private static @Nullable List<String> genres(@Nullable String cell) {
    return cell == null || cell.equals(NO_GENRES) ? null : Texts.list(cell, Texts.BAR);
  }
}
