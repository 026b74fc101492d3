package org.reelhouse.samples.dumps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Kind;
import org.reelhouse.samples.world.Lexicon;
import org.reelhouse.samples.world.Overviews;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.WorkTitles;
import org.reelhouse.samples.world.World;

/** Anime as Jikan, the open interface to MyAnimeList, answers them. */
final class JikanAnswer {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);

  private JikanAnswer() {}

  /** One page of a list. */
  static ObjectNode page(World world, List<Traits> listed) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ObjectNode pagination = page.putObject("pagination");
    pagination.put("last_visible_page", 1).put("has_next_page", false).put("current_page", 1);
    pagination
        .putObject("items")
        .put("count", listed.size())
        .put("total", listed.size())
        .put("per_page", 25);
    ArrayNode data = page.putArray("data");
    listed.forEach(traits -> data.add(anime(world, traits)));
    return page;
  }

  /** A full record. */
  static ObjectNode full(World world, Traits traits) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode anime = anime(world, traits);
    anime.putArray("relations");
    anime.putObject("theme").putArray("openings");
    anime.putArray("external");
    anime.putArray("streaming");
    document.set("data", anime);
    return document;
  }

  static String season(LocalDate date) {
    return List.of("winter", "spring", "summer", "fall").get((date.getMonthValue() - 1) / 3);
  }

  private static ObjectNode anime(World world, Traits traits) {
    Work work = Work.of(world, traits);
    Chance chance = chance(world, traits.index());
    ObjectNode anime = JsonNodeFactory.instance.objectNode();
    long id = world.ids.mal(traits.index());
    anime.put("mal_id", id).put("url", "https://example.org/anime/" + id);
    anime.put("approved", true);
    titles(anime, work, chance);
    anime.put("type", traits.kind().mal);
    anime.put("source", chance.one(List.of("Original", "Manga", "Light novel", "Game")));
    anime.put("episodes", chance.happens(0.02) ? null : Integer.valueOf(work.episodes()));
    anime.put("status", "Finished Airing").put("airing", false);
    aired(anime.putObject("aired"), work);
    anime.put("duration", duration(work));
    anime.put("rating", chance.happens(0.05) ? null : "PG-13 - Teens 13 or older");
    anime.put(
        "score", chance.happens(0.08) ? null : Double.valueOf(TmdbDumps.decimals(work.score(), 2)));
    anime.put("scored_by", work.members() / 2);
    anime.put("rank", world.ids.row(Source.JIKAN, traits.index()));
    anime.put("popularity", world.ids.row(Source.MAL, traits.index()));
    anime.put("members", work.members()).put("favorites", work.members() / 80);
    anime.put("synopsis", synopsis(world, traits, chance));
    anime.putNull("background");
    boolean broadcast = traits.kind() == Kind.ANIME_TV;
    anime.put("season", broadcast ? season(work.release()) : null);
    anime.put("year", broadcast ? Integer.valueOf(traits.year()) : null);
    named(anime.putArray("producers"), List.of("Sample Committee"), "producer");
    anime.putArray("licensors");
    named(anime.putArray("studios"), List.of(chance.one(Lexicon.WORDS.studios())), "producer");
    genres(anime, traits);
    return anime;
  }

  /** Whether the English title stands in a record, by itself or in a synonym. */
  static boolean statesEnglish(World world, Work work) {
    Chance chance = chance(world, work.index());
    return english(work.titles(), chance) != null || work.titles().synonym(chance) != null;
  }

  private static Chance chance(World world, long index) {
    return world.chance("jikan", index);
  }

  private static @Nullable String english(WorkTitles titles, Chance chance) {
    return chance.happens(0.25) ? null : titles.english();
  }

  private static void titles(ObjectNode anime, Work work, Chance chance) {
    WorkTitles titles = work.titles();
    @Nullable String english = english(titles, chance);
    @Nullable String synonym = titles.synonym(chance);
    ArrayNode all = anime.putArray("titles");
    all.addObject().put("type", "Default").put("title", titles.main());
    if (synonym != null) {
      all.addObject().put("type", "Synonym").put("title", synonym);
    }
    all.addObject().put("type", "Japanese").put("title", titles.original());
    if (english != null) {
      all.addObject().put("type", "English").put("title", english);
    }
    anime.put("title", titles.main());
    anime.put("title_english", english);
    anime.put("title_japanese", titles.original());
    ArrayNode synonyms = anime.putArray("title_synonyms");
    if (synonym != null) {
      synonyms.add(synonym);
    }
  }

  private static void aired(ObjectNode aired, Work work) {
    LocalDate start = work.release();
    aired.put("from", start + "T00:00:00+00:00");
    if (work.episodes() == 1) {
      aired.putNull("to").put("string", start.format(DAY));
      return;
    }
    LocalDate end = start.plusWeeks(work.episodes() - 1L);
    aired.put("to", end + "T00:00:00+00:00");
    aired.put("string", start.format(DAY) + " to " + end.format(DAY));
  }

  private static String duration(Work work) {
    if (work.runtime() >= 60) {
      return work.runtime() / 60 + " hr " + work.runtime() % 60 + " min";
    }
    return work.runtime() + (work.episodes() > 1 ? " min per ep" : " min");
  }

  private static @Nullable String synopsis(World world, Traits traits, Chance chance) {
    return chance.happens(0.02)
        ? null
        : Overviews.of(world, traits, "mal", 3 + chance.below(3)) + "\n\n[Written by Reelhouse]";
  }

  private static void genres(ObjectNode anime, Traits traits) {
    named(
        anime.putArray("genres"),
        traits.genres().stream().map(genre -> genre.mal).distinct().toList(),
        "genre");
    anime.putArray("explicit_genres");
    @Nullable String theme = MalDumps.theme(traits.theme());
    named(anime.putArray("themes"), theme == null ? List.of() : List.of(theme), "genre");
    anime.putArray("demographics");
  }

  private static void named(ArrayNode array, List<String> names, String what) {
    for (String name : names) {
      int id = Literal.id(name);
      array
          .addObject()
          .put("mal_id", id)
          .put("type", "anime")
          .put("name", name)
          .put("url", "https://example.org/anime/" + what + "/" + id);
    }
  }
}
