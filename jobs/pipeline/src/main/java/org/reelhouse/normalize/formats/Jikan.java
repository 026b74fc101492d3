package org.reelhouse.normalize.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.DraftRules;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.Dates;
import org.reelhouse.normalize.values.Durations;
import org.reelhouse.normalize.values.ExternalIds;
import org.reelhouse.normalize.values.Numbers;
import org.reelhouse.normalize.values.PartialDate;
import org.reelhouse.normalize.values.Statuses;
import org.reelhouse.normalize.values.Texts;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/**
 * {@code jikan}: answers of version 4 of the Jikan API to MyAnimeList: lists, seasons and full
 * records.
 *
 * @see <a href="https://docs.api.jikan.moe/">Jikan's documentation</a>
 */
record Jikan() implements TitleFormat {
  private static final long serialVersionUID = 1L;
  private static final List<String> LABELS =
      List.of("genres", "explicit_genres", "themes", "demographics");

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return new RawLayout.Json(List.of("data"));
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    JsonNode anime = Objects.requireNonNull(record.json());
    String id = ExternalIds.number(JsonFields.text(anime, "mal_id"));
    if (id == null) {
      throw new Rejection("missing_id", "mal_id is absent or no number above 0");
    }
    TitleDraft draft = new TitleDraft(id).externalId("mal", id);
    names(draft, anime);
    describe(draft, anime);
    count(draft, anime);
    MalAnime.kind(draft, JsonFields.text(anime, "type"));
    release(draft, anime);
    return DraftRules.required(draft);
  }

  private static void names(TitleDraft draft, JsonNode anime) {
    String title = JsonFields.text(anime, "title");
    draft
        .title(title == null ? titleOfType(anime, "Default") : title)
        .originalTitle(JsonFields.text(anime, "title_japanese"))
        .altTitles(otherTitles(draft, anime));
  }

  private static @Nullable String titleOfType(JsonNode anime, String type) {
    for (JsonNode title : anime.path("titles")) {
      if (type.equals(JsonFields.text(title, "type"))) {
        return JsonFields.text(title, "title");
      }
    }
    return null;
  }

  private static @Nullable List<String> otherTitles(TitleDraft draft, JsonNode anime) {
    List<@Nullable String> titles = new ArrayList<>();
    titles.add(JsonFields.text(anime, "title_english"));
    titles.addAll(
        Objects.requireNonNullElse(JsonFields.texts(anime.path("title_synonyms")), List.of()));
    anime.path("titles").forEach(title -> titles.add(JsonFields.text(title, "title")));
    List<String> others =
        titles.stream()
            .map(Texts::clean)
            .flatMap(Stream::ofNullable)
            .filter(other -> !other.equals(draft.value("title")))
            .filter(other -> !other.equals(draft.value("original_title")))
            .distinct()
            .sorted()
            .toList();
    return others.isEmpty() ? null : others;
  }

  private static void describe(TitleDraft draft, JsonNode anime) {
    draft
        .rawGenres(Texts.known(LABELS.stream().flatMap(label -> names(anime, label))))
        .companies(Texts.known(Stream.concat(names(anime, "studios"), names(anime, "producers"))))
        .overview(MalAnime.synopsis(JsonFields.text(anime, "synopsis")))
        .ageRating(Texts.known(JsonFields.text(anime, "rating")))
        .status(Statuses.of(JsonFields.text(anime, "status")));
  }

  private static void count(TitleDraft draft, JsonNode anime) {
    draft
        .episodes(
            draft.read("episodes", JsonFields.text(anime, "episodes"), Numbers::positiveInteger))
        .runtimeMinutes(
            draft.read("runtime_minutes", JsonFields.text(anime, "duration"), Durations::minutes))
        .score(draft.read("score", JsonFields.text(anime, "score"), MalAnime::score))
        .votes(draft.read("votes", JsonFields.text(anime, "scored_by"), Numbers::whole))
        .members(draft.read("members", JsonFields.text(anime, "members"), Numbers::whole));
  }

  /** Where the day is unknown, {@code aired.from} holds the first of the month or year. */
  private static void release(TitleDraft draft, JsonNode anime) {
    JsonNode aired = anime.path("aired");
    PartialDate from = draft.read("release_date", JsonFields.text(aired, "from"), Dates::parse);
    draft.releaseYear(
        draft.read("release_year", JsonFields.text(anime, "year"), Numbers::positiveInteger));
    if (from != null) {
      boolean dayUnknown = aired.path("prop").path("from").path("day").isNull();
      draft.released(dayUnknown ? PartialDate.of(from.year()) : from);
    }
  }

  private static Stream<@Nullable String> names(JsonNode anime, String list) {
    List<String> names = JsonFields.texts(anime.path(list), "name");
    return names == null ? Stream.empty() : names.stream();
  }
}
