package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Genre;
import org.reelhouse.samples.world.Lexicon;
import org.reelhouse.samples.world.Names;
import org.reelhouse.samples.world.Names.Person;
import org.reelhouse.samples.world.Overviews;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.World;

/** TMDB 5000: films and their credits, with JSON in the cells. */
public final class TmdbDumps {
  private TmdbDumps() {}

  public static List<Dump> all() {
    return List.of(
        new Dump(
            "tmdb/tmdb_5000_movies.csv.gz",
            "budget,genres,homepage,id,keywords,original_language,original_title,overview,"
                + "popularity,production_companies,production_countries,release_date,revenue,runtime,"
                + "spoken_languages,status,tagline,title,vote_average,vote_count",
            TmdbDumps::movie),
        new Dump("tmdb/tmdb_5000_credits.csv.gz", "movie_id,title,cast,crew", TmdbDumps::credits));
  }

  private static void movie(World world, Traits traits, Lines lines) throws IOException {
    if (traits.index() % 311 == 150) {
      lines.csv(0, "[]", "", "Unknown", "[]", "en", "");
    }
    if (!traits.in(Source.TMDB)) {
      return;
    }
    Work work = Work.of(world, traits);
    Chance chance = world.chance("tmdb", traits.index());
    lines.csv(
        chance.happens(0.22) ? 0 : work.budget(),
        Literal.JSON.of(genres(work)),
        chance.happens(0.64) ? "" : homepage(work),
        world.ids.tmdb(traits.index()),
        chance.happens(0.09) ? "[]" : Literal.JSON.of(keywords(traits, chance)),
        work.titles().language(),
        work.titles().original(),
        chance.happens(0.005) ? "" : overview(world, traits),
        decimals(work.popularity(), 6),
        Literal.JSON.of(companies(chance)),
        Literal.JSON.of(countries(work)),
        chance.happens(0.003) ? "" : work.release(),
        chance.happens(0.3) ? 0 : work.revenue(),
        chance.happens(0.01) ? "0.0" : work.runtime() + ".0",
        Literal.JSON.of(languages(work)),
        chance.happens(0.003) ? "Rumored" : "Released",
        chance.happens(0.18) ? "" : Overviews.tagline(chance),
        work.titles().english(),
        decimals(work.score(), 1),
        work.votes());
  }

  private static void credits(World world, Traits traits, Lines lines) throws IOException {
    if (traits.in(Source.TMDB)) {
      Work work = Work.of(world, traits);
      lines.csv(
          world.ids.tmdb(traits.index()),
          work.titles().english(),
          Literal.JSON.of(cast(world, work)),
          Literal.JSON.of(crew(world, work)));
    }
  }

  static String overview(World world, Traits traits) {
    return Overviews.of(world, traits, "tmdb", 2 + (int) (traits.index() % 3));
  }

  static String homepage(Work work) {
    return "http://www.example.org/titles/" + work.index();
  }

  static List<Map<String, @Nullable Object>> genres(Work work) {
    List<Map<String, @Nullable Object>> genres = new ArrayList<>();
    List<Genre> all = new ArrayList<>(work.traits().genres());
    if (work.anime() && !all.contains(Genre.ANIMATION)) {
      all.add(Genre.ANIMATION);
    }
    for (Genre genre : all) {
      genres.add(Literal.map("id", genre.tmdbId, "name", genre.tmdb));
    }
    return genres;
  }

  static List<Map<String, @Nullable Object>> keywords(Traits traits, Chance chance) {
    return Literal.named(Overviews.keywords(traits.theme(), chance));
  }

  static List<Map<String, @Nullable Object>> companies(Chance chance) {
    return chance.happens(0.07)
        ? List.of()
        : Literal.named(
            chance.happens(0.5)
                ? List.of(chance.one(Lexicon.WORDS.companies()))
                : List.of(
                    chance.one(Lexicon.WORDS.companies()), chance.one(Lexicon.WORDS.studios())));
  }

  static List<Map<String, @Nullable Object>> countries(Work work) {
    return work.countries().stream()
        .map(code -> Literal.map("iso_3166_1", code, "name", country(code)))
        .toList();
  }

  static List<Map<String, @Nullable Object>> languages(Work work) {
    String code = work.titles().language();
    return List.of(Literal.map("iso_639_1", code, "name", language(code)));
  }

  private static String language(String code) {
    return switch (code) {
      case "fr" -> "Français";
      case "es" -> "Español";
      case "de" -> "Deutsch";
      case "hi" -> "हिन्दी";
      case "ko" -> "한국어/조선말";
      case "it" -> "Italiano";
      case "ja" -> "日本語";
      default -> "English";
    };
  }

  /** The English name of a country, as TMDB and the platforms write it. */
  static String country(String code) {
    return switch (code) {
      case "US" -> "United States of America";
      case "GB" -> "United Kingdom";
      case "CA" -> "Canada";
      case "FR" -> "France";
      case "ES" -> "Spain";
      case "MX" -> "Mexico";
      case "DE" -> "Germany";
      case "IN" -> "India";
      case "KR" -> "South Korea";
      case "IT" -> "Italy";
      case "JP" -> "Japan";
      default -> throw new IllegalArgumentException(code);
    };
  }

  static List<Map<String, @Nullable Object>> cast(World world, Work work) {
    Chance chance = world.chance("characters", work.index());
    List<Map<String, @Nullable Object>> cast = new ArrayList<>();
    for (Person person : work.cast()) {
      cast.add(
          Literal.map(
              "cast_id", cast.size() + 1,
              "character", chance.happens(0.05) ? "" : chance.one(Lexicon.WORDS.given()),
              "credit_id", chance.hex(24),
              "gender", person.gender(),
              "id", person.id(),
              "name", person.name(),
              "order", cast.size()));
    }
    return cast;
  }

  static List<Map<String, @Nullable Object>> crew(World world, Work work) {
    Chance chance = world.chance("crew", work.index());
    List<Map<String, @Nullable Object>> crew = new ArrayList<>();
    for (Person person : work.directors()) {
      crew.add(member(person, "Directing", "Director", chance));
    }
    Person writer = Names.person(world, Names.draw(world, chance), work.anime());
    crew.add(member(writer, "Writing", "Screenplay", chance));
    if (chance.happens(0.6)) {
      crew.add(
          member(
              Names.person(world, Names.draw(world, chance), false),
              "Production",
              "Producer",
              chance));
    }
    return crew;
  }

  private static Map<String, @Nullable Object> member(
      Person person, String department, String job, Chance chance) {
    return Literal.map(
        "credit_id", chance.hex(24),
        "department", department,
        "gender", person.gender(),
        "id", person.id(),
        "job", job,
        "name", person.name());
  }

  /** A number with at most so many decimals. */
  static double decimals(double value, int decimals) {
    double power = StrictMath.pow(10, decimals);
    return Math.round(value * power) / power;
  }
}
