package org.reelhouse.normalize.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.Released;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.ExternalIds;
import org.reelhouse.normalize.values.Numbers;
import org.reelhouse.normalize.values.Statuses;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.reference.Countries;
import org.reelhouse.reference.Languages;

/**
 * A title in the fields of TMDB's API, which the TMDB 5000 and Movies Dataset dumps carry as well:
 * details of films and series, elements of lists, and what {@code append_to_response} appends.
 */
final class TmdbTitle {
  /** The country whose age rating is taken where there are several. */
  private static final String RATED_IN = "US";

  private TmdbTitle() {}

  /** Sets all columns that the fields speak of. */
  static TitleDraft describe(TitleDraft draft, JsonNode title) {
    names(draft, title);
    numbers(draft, title);
    lists(draft, title);
    people(draft, title);
    return draft
        .overview(JsonFields.text(title, "overview"))
        .status(Statuses.of(JsonFields.text(title, "status")))
        .originalLanguage(Languages.code(JsonFields.text(title, "original_language")))
        .collection(JsonFields.text(title.path("belongs_to_collection"), "name"))
        .ageRating(ageRating(title))
        .externalId("imdb", imdb(title));
  }

  private static void names(TitleDraft draft, JsonNode title) {
    String original = JsonFields.text(title, "original_title", "original_name");
    String name = JsonFields.text(title, "title", "name");
    draft
        .title(name == null ? original : name)
        .originalTitle(original)
        .altTitles(alternatives(title));
    Released.on(draft, JsonFields.text(title, "release_date", "first_air_date"));
  }

  private static void numbers(TitleDraft draft, JsonNode title) {
    Long votes = draft.read("votes", JsonFields.text(title, "vote_count"), Numbers::positiveLong);
    Double score = draft.read("score", JsonFields.text(title, "vote_average"), Numbers::score);
    draft
        .votes(votes)
        .score(votes == null ? null : score)
        .popularity(
            draft.read("popularity", JsonFields.text(title, "popularity"), Numbers::decimal))
        .budget(draft.read("budget", JsonFields.text(title, "budget"), Numbers::positiveLong))
        .revenue(draft.read("revenue", JsonFields.text(title, "revenue"), Numbers::positiveLong))
        .runtimeMinutes(draft.read("runtime_minutes", runtime(title), Numbers::positiveInteger))
        .seasons(
            draft.read(
                "seasons", JsonFields.text(title, "number_of_seasons"), Numbers::positiveInteger))
        .episodes(
            draft.read(
                "episodes",
                JsonFields.text(title, "number_of_episodes"),
                Numbers::positiveInteger));
  }

  private static @Nullable String runtime(JsonNode title) {
    String runtime = JsonFields.text(title, "runtime");
    List<String> episodes = JsonFields.texts(title.path("episode_run_time"));
    return runtime != null || episodes == null ? runtime : episodes.get(0);
  }

  private static void lists(TitleDraft draft, JsonNode title) {
    List<String> genres = JsonFields.texts(title.path("genres"), "name");
    draft
        .rawGenres(
            genres != null
                ? genres
                : JsonFields.each(title.path("genre_ids"), id -> TmdbGenres.name(id.asInt())))
        .keywords(keywords(title.path("keywords")))
        .companies(JsonFields.texts(title.path("production_companies"), "name"))
        .countries(countries(title))
        .languages(
            JsonFields.each(
                title.path("spoken_languages"),
                language -> Languages.code(JsonFields.text(language, "iso_639_1"))));
  }

  /** Names in lower case, from a list or from an object that wraps it. */
  static @Nullable List<String> keywords(JsonNode keywords) {
    JsonNode array =
        keywords.isArray() ? keywords : JsonFields.array(keywords, "keywords", "results");
    return JsonFields.each(
        array,
        keyword -> {
          String name = JsonFields.text(keyword, "name");
          return name == null ? null : name.toLowerCase(Locale.ROOT);
        });
  }

  private static @Nullable List<String> countries(JsonNode title) {
    List<String> production =
        JsonFields.each(
            title.path("production_countries"),
            country -> Countries.code(JsonFields.text(country, "iso_3166_1")));
    return production != null
        ? production
        : Texts.parsed(JsonFields.texts(title.path("origin_country")), Countries::code);
  }

  private static void people(TitleDraft draft, JsonNode title) {
    draft.directors(JsonFields.texts(title.path("created_by"), "name"));
    TmdbCredits.add(
        draft, title.has("credits") ? title.path("credits") : title.path("aggregate_credits"));
  }

  private static @Nullable List<String> alternatives(JsonNode title) {
    JsonNode named = JsonFields.array(title.path("alternative_titles"), "titles", "results");
    JsonNode translated = title.path("translations").path("translations");
    List<String> all =
        Stream.of(
                JsonFields.texts(named, "title"),
                JsonFields.each(
                    translated, each -> JsonFields.text(each.path("data"), "title", "name")))
            .flatMap(titles -> titles == null ? Stream.empty() : titles.stream())
            .distinct()
            .toList();
    return all.isEmpty() ? null : all;
  }

  private static @Nullable String ageRating(JsonNode title) {
    for (JsonNode country : JsonFields.array(title.path("content_ratings"), "results")) {
      if (RATED_IN.equals(JsonFields.text(country, "iso_3166_1"))) {
        return JsonFields.text(country, "rating");
      }
    }
    for (JsonNode country : JsonFields.array(title.path("release_dates"), "results")) {
      if (RATED_IN.equals(JsonFields.text(country, "iso_3166_1"))) {
        List<String> certifications =
            JsonFields.texts(country.path("release_dates"), "certification");
        return certifications == null ? null : certifications.get(0);
      }
    }
    return null;
  }

  private static @Nullable String imdb(JsonNode title) {
    String own = JsonFields.text(title, "imdb_id");
    return ExternalIds.imdb(
        own != null ? own : JsonFields.text(title.path("external_ids"), "imdb_id"));
  }
}
