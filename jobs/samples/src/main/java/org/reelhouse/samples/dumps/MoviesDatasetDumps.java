package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.util.List;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Names;
import org.reelhouse.samples.world.Overviews;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Spelling;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.World;

/** The Movies Dataset: films with Python literals in the cells, their keywords and links. */
public final class MoviesDatasetDumps {
  private MoviesDatasetDumps() {}

  public static List<Dump> all() {
    return List.of(
        new Dump(
            "the-movies-dataset/movies_metadata.csv",
            "adult,belongs_to_collection,budget,genres,homepage,id,imdb_id,original_language,"
                + "original_title,overview,popularity,poster_path,production_companies,"
                + "production_countries,release_date,revenue,runtime,spoken_languages,status,tagline,"
                + "title,video,vote_average,vote_count",
            MoviesDatasetDumps::movie),
        new Dump("the-movies-dataset/keywords.csv.gz", "id,keywords", MoviesDatasetDumps::keywords),
        new Dump(
            "the-movies-dataset/links.csv.gz", "movieId,imdbId,tmdbId", MoviesDatasetDumps::links));
  }

  private static void movie(World world, Traits traits, Lines lines) throws IOException {
    if (traits.index() % 449 == 200) {
      shifted(world, traits, lines);
    }
    if (!traits.in(Source.MOVIES_DATASET)) {
      return;
    }
    Work work = Work.of(world, traits);
    row(world, work, work.popularity(), lines);
    if (world.chance("twice", traits.index()).happens(0.006)) {
      row(world, work, work.popularity() * 0.9, lines);
    }
  }

  private static void row(World world, Work work, double popularity, Lines lines)
      throws IOException {
    Traits traits = work.traits();
    Chance chance = world.chance("movies dataset", traits.index());
    lines.csv(
        "False",
        traits.sequel() ? collection(work, chance) : "",
        chance.happens(0.4) ? 0 : work.budget(),
        Literal.PYTHON.of(TmdbDumps.genres(work)),
        chance.happens(0.9) ? "" : TmdbDumps.homepage(work),
        world.ids.tmdb(traits.index()),
        chance.happens(0.002) ? "" : "tt" + world.ids.imdb(traits.index()),
        work.titles().language(),
        work.titles().original(),
        overview(world, traits, chance),
        TmdbDumps.decimals(popularity, 6),
        chance.happens(0.01) ? "" : "/" + chance.hex(27) + ".jpg",
        Literal.PYTHON.of(TmdbDumps.companies(chance)),
        Literal.PYTHON.of(TmdbDumps.countries(work)),
        release(work, chance),
        chance.happens(0.5) ? 0 : work.revenue(),
        chance.happens(0.01) ? "" : work.runtime() + ".0",
        Literal.PYTHON.of(TmdbDumps.languages(work)),
        chance.happens(0.004) ? "" : "Released",
        chance.happens(0.25) ? "" : Overviews.tagline(chance),
        chance.happens(0.03)
            ? Spelling.withoutAccents(work.titles().english())
            : work.titles().english(),
        "False",
        TmdbDumps.decimals(work.score(), 1),
        work.votes());
  }

  private static String collection(Work work, Chance chance) {
    String name = work.titles().english() + " Collection";
    return Literal.PYTHON.of(
        Literal.map(
            "id",
            Literal.id(name),
            "name",
            name,
            "poster_path",
            chance.happens(0.3) ? null : "/" + chance.hex(27) + ".jpg",
            "backdrop_path",
            null));
  }

  private static String overview(World world, Traits traits, Chance chance) {
    if (chance.happens(0.006)) {
      return "";
    }
    String overview = TmdbDumps.overview(world, traits);
    return chance.happens(0.03) ? overview.replaceFirst("\\. ", ".\n\n") : overview;
  }

  private static Object release(Work work, Chance chance) {
    double unit = chance.unit();
    if (unit < 0.002) {
      return "";
    }
    return unit < 0.004 ? "0000-00-00" : work.release();
  }

  /**
   * A row that a line break in its overview tore in two, as in the full public dump: neither half
   * has the cells of the header.
   */
  private static void shifted(World world, Traits traits, Lines lines) throws IOException {
    Chance chance = world.chance("shifted", traits.index());
    String title = Names.word(chance);
    lines.csv(
        "False", "", 0, "[]", "", 9_999_000 + chance.below(999), "tt0000000", "en", title, title);
    lines.csv(
        " - Written by nobody",
        0.065,
        "/" + chance.hex(27) + ".jpg",
        "[]",
        "[]",
        "1997-08-20",
        0,
        104.0,
        "[]",
        "Released",
        "",
        title,
        "False",
        6.0,
        1);
  }

  private static void keywords(World world, Traits traits, Lines lines) throws IOException {
    if (traits.in(Source.MOVIES_DATASET) || traits.index() % 97 == 5) {
      Chance chance = world.chance("keywords", traits.index());
      lines.csv(
          world.ids.tmdb(traits.index()),
          chance.happens(0.3) ? "[]" : Literal.PYTHON.of(TmdbDumps.keywords(traits, chance)));
    }
  }

  private static void links(World world, Traits traits, Lines lines) throws IOException {
    if (traits.in(Source.MOVIELENS) || traits.in(Source.MOVIES_DATASET)) {
      MovieLensDumps.links(world, traits, lines);
    }
  }
}
