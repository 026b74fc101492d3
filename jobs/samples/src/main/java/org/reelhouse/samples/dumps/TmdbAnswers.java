package org.reelhouse.samples.dumps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Names.Person;
import org.reelhouse.samples.world.Overviews;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.World;

/** Single answers of TMDB's interface (v3) and of Jikan. */
public final class TmdbAnswers {
  private static final ObjectWriter PRETTY =
      new ObjectMapper()
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("    ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("    ", "\n")));

  private final World world;
  private final List<Work> films;
  private final List<Work> series;
  private final List<Document> documents = new ArrayList<>();

  private TmdbAnswers(World world, Answered answered) {
    this.world = world;
    this.films = works(answered.films());
    this.series = works(answered.series());
  }

  public static List<Document> all(World world, Answered answered) {
    TmdbAnswers answers = new TmdbAnswers(world, answered);
    answers.films();
    answers.lists();
    answers.series();
    answers.jikan(answered);
    return answers.documents;
  }

  private List<Work> works(List<Long> indices) {
    return indices.stream().map(index -> Work.of(world, world.traits(index))).toList();
  }

  private void films() {
    if (films.size() < 3) {
      return;
    }
    Work first = films.get(0);
    add("movies/details", film(first));
    add("movies/latest", film(films.get(2)));
    Map<String, @Nullable Object> appended = film(films.get(1));
    appended.put("alternative_titles", alternatives(films.get(1), "titles"));
    appended.put("credits", credits(films.get(1)));
    appended.put("external_ids", externalIds(films.get(1)));
    appended.put("keywords", keywords(films.get(1), "keywords"));
    add("movies/details_with_append_to_response", appended);
    long id = world.ids.tmdb(first.index());
    add("movies/alternative_titles", withId(id, alternatives(first, "titles")));
    add("movies/credits", withId(id, credits(first)));
    add("movies/external_ids", withId(id, externalIds(first)));
    add("movies/keywords", withId(id, keywords(first, "keywords")));
    add("movies/reviews", withId(id, reviews()));
    add("movies/similar", page(films, 3, 8, this::listedFilm));
  }

  private void lists() {
    add("movie_lists/now_playing", page(films, 0, 18, this::listedFilm));
    add("movie_lists/popular", page(films, 10, 30, this::listedFilm));
    add("movie_lists/top_rated", page(films, 25, 45, this::listedFilm));
    add("movie_lists/upcoming", page(films, 40, 55, this::listedFilm));
    add("discover/movies", page(films, 50, 70, this::listedFilm));
    add("discover/tv", page(series, 2, 22, this::listedSeries));
  }

  private void series() {
    if (series.size() < 3) {
      return;
    }
    add("tv_series/details", oneSeries(series.get(0)));
    add("tv_series/latest", oneSeries(series.get(2)));
    Map<String, @Nullable Object> appended = oneSeries(series.get(1));
    appended.put("alternative_titles", alternatives(series.get(1), "results"));
    appended.put("credits", credits(series.get(1)));
    appended.put("external_ids", externalIds(series.get(1)));
    appended.put("keywords", keywords(series.get(1), "results"));
    add("tv_series/details_with_append_to_response", appended);
    long id = world.ids.tmdb(series.get(0).index());
    add("tv_series/external_ids", withId(id, externalIds(series.get(0))));
    add("tv_series/keywords", withId(id, keywords(series.get(0), "results")));
    add("tv_series/similar", page(series, 20, 26, this::listedSeries));
  }

  private void jikan(Answered answered) {
    List<Traits> top = answered.topAnime().stream().map(world::traits).toList();
    documents.add(
        new Document("jikan/01-top10.json", JikanAnswer.page(world, top).toString(), top.size()));
    int number = 0;
    for (long index : answered.singleAnime()) {
      Traits traits = world.traits(index);
      number++;
      documents.add(
          new Document(
              "jikan/anime_full/0" + number + "-" + world.ids.mal(index) + ".json",
              JikanAnswer.full(world, traits).toString(),
              1));
    }
  }

  private void add(String name, Map<String, @Nullable Object> answer) {
    try {
      documents.add(
          new Document("tmdb-api/" + name + ".json", PRETTY.writeValueAsString(answer), 1));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** How a work stands in a list. */
  private interface Listed {
    Map<String, @Nullable Object> of(Work work);
  }

  private static Map<String, @Nullable Object> page(
      List<Work> works, int from, int to, Listed listed) {
    List<Work> on = works.subList(Math.min(from, works.size()), Math.min(to, works.size()));
    return Literal.map(
        "page",
        1,
        "results",
        on.stream().map(listed::of).toList(),
        "total_pages",
        1,
        "total_results",
        on.size());
  }

  private Map<String, @Nullable Object> listedFilm(Work work) {
    Chance chance = world.chance("tmdb api", work.index());
    return Literal.map(
        "adult", false,
        "backdrop_path", chance.happens(0.1) ? null : "/" + chance.hex(27) + ".jpg",
        "genre_ids", work.traits().genres().stream().map(genre -> genre.tmdbId).distinct().toList(),
        "id", world.ids.tmdb(work.index()),
        "original_language", work.titles().language(),
        "original_title", work.titles().original(),
        "overview", TmdbDumps.overview(world, work.traits()),
        "popularity", TmdbDumps.decimals(work.popularity(), 3),
        "poster_path", "/" + chance.hex(27) + ".jpg",
        "release_date", chance.happens(0.05) ? "" : work.release().toString(),
        "title", work.titles().english(),
        "video", false,
        "vote_average", TmdbDumps.decimals(work.score(), 1),
        "vote_count", work.votes());
  }

  private Map<String, @Nullable Object> film(Work work) {
    Map<String, @Nullable Object> film = listedFilm(work);
    Chance chance = world.chance("tmdb api film", work.index());
    film.remove("genre_ids");
    film.put("belongs_to_collection", null);
    film.put("budget", work.budget());
    film.put("genres", TmdbDumps.genres(work));
    film.put("homepage", TmdbDumps.homepage(work));
    film.put("imdb_id", "tt" + world.ids.imdb(work.index()));
    film.put("origin_country", work.countries());
    film.put("production_companies", TmdbDumps.companies(chance));
    film.put("production_countries", TmdbDumps.countries(work));
    film.put("release_date", work.release().toString());
    film.put("revenue", work.revenue());
    film.put("runtime", work.runtime());
    film.put("spoken_languages", TmdbDumps.languages(work));
    film.put("status", "Released");
    film.put("tagline", Overviews.tagline(chance));
    return film;
  }

  private Map<String, @Nullable Object> listedSeries(Work work) {
    Chance chance = world.chance("tmdb api", work.index());
    return Literal.map(
        "adult", false,
        "backdrop_path", chance.happens(0.1) ? null : "/" + chance.hex(27) + ".jpg",
        "first_air_date", chance.happens(0.05) ? "" : work.release().toString(),
        "genre_ids",
            work.traits().genres().stream().map(genre -> genre.tmdbSeriesId).distinct().toList(),
        "id", world.ids.tmdb(work.index()),
        "name", work.titles().english(),
        "origin_country", work.countries(),
        "original_language", work.titles().language(),
        "original_name", work.titles().original(),
        "overview", TmdbDumps.overview(world, work.traits()),
        "popularity", TmdbDumps.decimals(work.popularity(), 3),
        "poster_path", null,
        "vote_average", TmdbDumps.decimals(work.score(), 1),
        "vote_count", work.votes());
  }

  private Map<String, @Nullable Object> oneSeries(Work work) {
    Map<String, @Nullable Object> series = listedSeries(work);
    series.remove("genre_ids");
    series.put("created_by", people(work.directors()));
    series.put("episode_run_time", List.of(work.runtime()));
    series.put("first_air_date", work.release().toString());
    series.put(
        "genres",
        work.traits().genres().stream()
            .map(genre -> Literal.map("id", genre.tmdbSeriesId, "name", genre.tmdbSeries))
            .distinct()
            .toList());
    series.put("in_production", false);
    series.put("languages", List.of(work.titles().language()));
    series.put("last_air_date", work.release().plusYears(work.seasons()).toString());
    series.put("number_of_episodes", work.episodes());
    series.put("number_of_seasons", work.seasons());
    series.put("production_countries", TmdbDumps.countries(work));
    series.put("spoken_languages", TmdbDumps.languages(work));
    series.put("status", "Ended");
    series.put("type", "Scripted");
    return series;
  }

  private Map<String, @Nullable Object> credits(Work work) {
    return Literal.map("cast", TmdbDumps.cast(world, work), "crew", TmdbDumps.crew(world, work));
  }

  private Map<String, @Nullable Object> externalIds(Work work) {
    return Literal.map("imdb_id", "tt" + world.ids.imdb(work.index()), "wikidata_id", null);
  }

  private Map<String, @Nullable Object> keywords(Work work, String name) {
    Chance chance = world.chance("tmdb api keywords", work.index());
    return Literal.map(name, TmdbDumps.keywords(work.traits(), chance));
  }

  private static Map<String, @Nullable Object> alternatives(Work work, String name) {
    return Literal.map(
        name,
        List.of(
            Literal.map("iso_3166_1", "US", "title", work.titles().english() + "!", "type", ""),
            Literal.map("iso_3166_1", "DE", "title", work.titles().original(), "type", "working")));
  }

  private static Map<String, @Nullable Object> reviews() {
    return Literal.map(
        "page", 1,
        "results",
            List.of(
                Literal.map(
                    "author", "A Visitor",
                    "content", "Better than the sequel.",
                    "id", "5f0000000000000000000001",
                    "url", "https://example.org/review/1")),
        "total_pages", 1,
        "total_results", 1);
  }

  private static List<Map<String, @Nullable Object>> people(List<Person> people) {
    return people.stream()
        .map(
            person ->
                Literal.map("id", person.id(), "name", person.name(), "gender", person.gender()))
        .toList();
  }

  private static Map<String, @Nullable Object> withId(
      long id, Map<String, @Nullable Object> answer) {
    Map<String, @Nullable Object> whole = Literal.map("id", id);
    whole.putAll(answer);
    return whole;
  }
}
