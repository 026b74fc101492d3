package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Dates;
import org.reelhouse.normalize.values.Durations;
import org.reelhouse.normalize.values.Numbers;
import org.reelhouse.normalize.values.PartialDate;
import org.reelhouse.normalize.values.Statuses;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/**
 * {@code mal-scrape-csv}: the ranking of MyAnimeList, scraped from its pages without identifiers. A
 * title is known again by its name, type, Japanese name and first day, whatever its rank.
 */
record MalScrapeCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final int IDENTIFIER_DIGITS = 16;
  // What the page says of companies nobody has entered.
  private static final Set<String> PLACEHOLDERS = Set.of("None found", "add some");
  private static final CsvColumns COLUMNS =
      new CsvColumns(
          List.of("Title", "Type", "Japanese", "Aired"),
          List.of(
              "Episodes",
              "Duration",
              "Score",
              "Genres",
              "Themes",
              "Producers",
              "Rating",
              "Status",
              "Studios",
              "Members"));

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    String title = COLUMNS.text(record, "Title");
    if (title == null) {
      throw new Rejection("missing_title", "Title is empty");
    }
    TitleDraft draft = new TitleDraft(identifier(title, record)).title(title);
    draft.originalTitle(Texts.known(COLUMNS.raw(record, "Japanese")));
    describe(draft, record);
    MalAnime.kind(draft, COLUMNS.text(record, "Type"));
    release(draft, record);
    return draft;
  }

  private static void describe(TitleDraft draft, RawRecord record) {
    draft
        .episodes(
            draft.read("episodes", COLUMNS.text(record, "Episodes"), Numbers::positiveInteger))
        .runtimeMinutes(
            draft.read("runtime_minutes", COLUMNS.text(record, "Duration"), Durations::minutes))
        .score(draft.read("score", COLUMNS.text(record, "Score"), MalAnime::score))
        .members(draft.read("members", COLUMNS.text(record, "Members"), Numbers::whole))
        .rawGenres(
            Texts.known(
                Stream.concat(words(record, "Genres"), words(record, "Themes"))
                    .map(MalScrapeCsv::once)))
        .companies(
            Texts.known(
                Stream.concat(words(record, "Studios"), words(record, "Producers"))
                    .filter(name -> !PLACEHOLDERS.contains(name))))
        .ageRating(Texts.known(COLUMNS.raw(record, "Rating")))
        .status(Statuses.of(COLUMNS.text(record, "Status")));
  }

  /**
   * Sets date or year. The dump writes years with two digits, so that what has been broadcast after
   * its own snapshot was broadcast a century before.
   */
  private static void release(TitleDraft draft, RawRecord record) {
    PartialDate aired = draft.read("release_date", COLUMNS.text(record, "Aired"), Dates::parse);
    boolean over = "released".equals(draft.value("status"));
    if (aired != null) {
      boolean ahead = over && aired.isAfter(record.snapshot());
      draft.released(ahead ? aired.aCenturyBefore() : aired);
    }
  }

  private static String identifier(String title, RawRecord record) {
    PartialDate aired = Dates.parse(COLUMNS.text(record, "Aired"));
    String identity =
        String.join(
            "\u001f",
            title,
            String.valueOf(COLUMNS.text(record, "Type")).toLowerCase(Locale.ROOT),
            String.valueOf(COLUMNS.text(record, "Japanese")),
            aired == null ? "" : aired.iso());
    return DigestUtils.sha256Hex(identity).substring(0, IDENTIFIER_DIGITS);
  }

  private static Stream<String> words(RawRecord record, String column) {
    List<String> words = Texts.list(COLUMNS.raw(record, column), Texts.COMMA);
    return words == null ? Stream.empty() : words.stream();
  }

  /** Undoes the doubling of the page's visible and hidden label: {@code ActionAction}. */
  private static @Nullable String once(String word) {
    int half = word.length() / 2;
    return word.length() % 2 == 0 && word.startsWith(word.substring(half))
        ? word.substring(half)
        : word;
  }
}
