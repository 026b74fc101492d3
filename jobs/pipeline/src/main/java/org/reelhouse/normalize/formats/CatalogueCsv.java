package org.reelhouse.normalize.formats;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.DraftRules;
import org.reelhouse.normalize.draft.Inference;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.Released;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Dates;
import org.reelhouse.normalize.values.Durations;
import org.reelhouse.normalize.values.ExternalIds;
import org.reelhouse.normalize.values.Kinds;
import org.reelhouse.normalize.values.Numbers;
import org.reelhouse.normalize.values.Statuses;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.reference.Countries;
import org.reelhouse.reference.Languages;

/**
 * {@code catalogue-csv}: our own layout for catalogues that no other format fits. Columns are named
 * as in {@code silver.source_title}; lists are separated by {@code |}.
 */
public record CatalogueCsv() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  public static final CsvColumns COLUMNS =
      new CsvColumns(
          List.of("source_id", "kind", "title"),
          List.of(
              "original_title",
              "alt_titles",
              "release_date",
              "release_year",
              "genres",
              "original_language",
              "languages",
              "countries",
              "runtime_minutes",
              "seasons",
              "episodes",
              "overview",
              "age_rating",
              "status",
              "score",
              "votes",
              "members",
              "popularity",
              "budget",
              "revenue",
              "keywords",
              "cast",
              "directors",
              "companies",
              "collection",
              "external_ids",
              "platform",
              "date_added"));

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return COLUMNS.csv();
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    String id = COLUMNS.text(record, "source_id");
    if (id == null) {
      throw new Rejection("missing_id", "source_id is empty");
    }
    TitleDraft draft = new TitleDraft(id);
    names(draft, record);
    numbers(draft, record);
    kind(draft, record);
    lists(draft, record);
    externalIds(draft, record);
    return DraftRules.required(draft);
  }

  /**
   * A word that is no kind is a mistake of the file; an empty cell is filled where that is safe.
   */
  private static void kind(TitleDraft draft, RawRecord record) throws Rejection {
    String word = COLUMNS.text(record, "kind");
    draft.kind(Kinds.of(word));
    if (word == null) {
      Inference.kind(draft);
    }
    if (draft.value("kind") == null) {
      throw new Rejection("bad_value", "kind is " + word);
    }
  }

  private static void names(TitleDraft draft, RawRecord record) {
    draft
        .title(COLUMNS.text(record, "title"))
        .originalTitle(COLUMNS.text(record, "original_title"))
        .overview(COLUMNS.text(record, "overview"))
        .ageRating(COLUMNS.text(record, "age_rating"))
        .status(Statuses.of(COLUMNS.text(record, "status")))
        .collection(COLUMNS.text(record, "collection"))
        .platform(COLUMNS.text(record, "platform"))
        .originalLanguage(
            draft.read(
                "original_language",
                COLUMNS.text(record, "original_language"),
                CatalogueCsv::language))
        .dateAdded(read(draft, record, "date_added", Dates::day))
        .releaseYear(read(draft, record, "release_year", Numbers::positiveInteger));
    Released.on(draft, COLUMNS.text(record, "release_date"));
  }

  /** Of several languages, the first that is known. */
  private static @Nullable String language(String cell) {
    String code = Languages.code(cell);
    return code != null ? code : Languages.codes(cell).codes().stream().findFirst().orElse(null);
  }

  private static void numbers(TitleDraft draft, RawRecord record) {
    draft
        .runtimeMinutes(read(draft, record, "runtime_minutes", Durations::minutesOrNumber))
        .seasons(read(draft, record, "seasons", Numbers::positiveInteger))
        .episodes(read(draft, record, "episodes", Numbers::positiveInteger))
        .score(read(draft, record, "score", Numbers::score))
        .votes(read(draft, record, "votes", Numbers::positiveLong))
        .members(read(draft, record, "members", Numbers::positiveLong))
        .popularity(read(draft, record, "popularity", Numbers::decimal))
        .budget(read(draft, record, "budget", Numbers::positiveLong))
        .revenue(read(draft, record, "revenue", Numbers::positiveLong));
  }

  private static <T> @Nullable T read(
      TitleDraft draft, RawRecord record, String column, Function<String, @Nullable T> parser) {
    return draft.read(column, COLUMNS.text(record, column), parser);
  }

  private static void lists(TitleDraft draft, RawRecord record) {
    draft
        .altTitles(list(record, "alt_titles"))
        .rawGenres(list(record, "genres"))
        .languages(draft.codes("languages", COLUMNS.text(record, "languages"), Languages::codes))
        .countries(draft.codes("countries", COLUMNS.text(record, "countries"), Countries::codes))
        .keywords(Texts.sorted(list(record, "keywords"), word -> word.toLowerCase(Locale.ROOT)))
        .cast(list(record, "cast"))
        .directors(list(record, "directors"))
        .companies(list(record, "companies"));
  }

  /** Written {@code imdb:tt0000001|tmdb:1}. */
  private static void externalIds(TitleDraft draft, RawRecord record) throws Rejection {
    List<String> pairs = list(record, "external_ids");
    for (String pair : pairs == null ? List.<String>of() : pairs) {
      int colon = pair.indexOf(':');
      String system = colon < 0 ? "" : pair.substring(0, colon).strip();
      String identifier = pair.substring(colon + 1).strip();
      String spelled = ExternalIds.of(system, identifier);
      if (spelled == null) {
        throw new Rejection("bad_value", "external_ids holds " + pair);
      }
      draft.externalId(system, spelled);
    }
  }

  private static @Nullable List<String> list(RawRecord record, String column) {
    return Texts.list(COLUMNS.raw(record, column), Texts.BAR);
  }
}
