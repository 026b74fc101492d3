package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.CreditDraft;
import org.reelhouse.normalize.draft.DraftRules;
import org.reelhouse.normalize.draft.Inference;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Dates;
import org.reelhouse.normalize.values.Durations;
import org.reelhouse.normalize.values.Kinds;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.reference.Countries;
import org.reelhouse.reference.Kind;

/** {@code platform-csv}: the catalogue of a streaming platform. */
record PlatformCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;

  /** "Jr." and the like belong to the name before the comma. */
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile(",(?!\\s*(?:Jr|Sr|II|III|IV|Ph\\.?D|M\\.?D|Esq)\\.?\\s*(?:,|$))");

  /** One shelf has commas in its name. */
  private static final Pattern BETWEEN_GENRES =
      Pattern.compile(",(?!\\s*(?:Entertainment, and Culture|and Culture))");

  private static final CsvColumns COLUMNS =
      new CsvColumns(
          List.of("show_id", "type", "title"),
          List.of(
              "director",
              "cast",
              "country",
              "date_added",
              "release_year",
              "rating",
              "duration",
              "listed_in",
              "description"));

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    String id = COLUMNS.text(record, "show_id");
    if (id == null) {
      throw new Rejection("missing_id", "show_id is empty");
    }
    TitleDraft draft = new TitleDraft(id).title(COLUMNS.text(record, "title"));
    describe(draft, record);
    rate(draft, record);
    kind(draft, record);
    people(draft, record);
    return DraftRules.required(draft);
  }

  private static void describe(TitleDraft draft, RawRecord record) {
    draft
        .releaseYear(draft.read("release_year", COLUMNS.text(record, "release_year"), Dates::year))
        .dateAdded(draft.read("date_added", COLUMNS.text(record, "date_added"), Dates::day))
        .countries(draft.codes("countries", COLUMNS.text(record, "country"), Countries::codes))
        .rawGenres(Texts.list(COLUMNS.raw(record, "listed_in"), BETWEEN_GENRES))
        .overview(overview(COLUMNS.text(record, "description")));
  }

  /** Some rows hold the duration in the column of the rating. */
  private static void rate(TitleDraft draft, RawRecord record) {
    String rating = Texts.known(COLUMNS.raw(record, "rating"));
    String stated = COLUMNS.text(record, "duration");
    boolean misplaced = Durations.isDuration(rating);
    String duration = misplaced && stated == null ? rating : stated;
    Integer seasons = Durations.seasons(duration);
    draft.ageRating(misplaced ? null : rating).seasons(seasons);
    if (seasons == null) {
      draft.runtimeMinutes(draft.read("runtime_minutes", duration, Durations::minutesOrNumber));
    }
  }

  /** Some series without a duration of their own are listed as films: seasons know better. */
  private static void kind(TitleDraft draft, RawRecord record) {
    Kind stated = Kinds.of(COLUMNS.text(record, "type"));
    boolean contradicted = stated == Kind.MOVIE && draft.value("seasons") != null;
    draft.kind(contradicted ? null : stated);
    Inference.kindOr(Kind.MOVIE, draft);
  }

  private static void people(TitleDraft draft, RawRecord record) {
    List<String> cast = Texts.list(COLUMNS.raw(record, "cast"), BETWEEN_NAMES);
    List<String> directors = Texts.list(COLUMNS.raw(record, "director"), BETWEEN_NAMES);
    draft.cast(cast).directors(directors);
    for (int i = 0; cast != null && i < cast.size(); i++) {
      draft.credit(new CreditDraft("cast", i, null, cast.get(i), null, null, null));
    }
    for (int i = 0; directors != null && i < directors.size(); i++) {
      draft.credit(
          new CreditDraft("crew", i, null, directors.get(i), "Director", "Directing", null));
    }
  }

  /** Null for what says nothing, such as "Not Available" or a lone character. */
  private static @Nullable String overview(@Nullable String description) {
    return description == null || description.length() < 3 || Texts.missing(description)
        ? null
        : description;
  }
}
