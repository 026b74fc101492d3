package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reelhouse.samples.world.Chance;
import org.reelhouse.samples.world.Genre;
import org.reelhouse.samples.world.Overviews;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Spelling;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.Work;
import org.reelhouse.samples.world.WorkTitles;
import org.reelhouse.samples.world.World;

/** The catalogues of four streaming platforms, and the mean scores of their titles. */
public final class PlatformDumps {
  private static final String HEADER =
      "show_id,type,title,director,cast,country,date_added,release_year,rating,duration,listed_in,"
          + "description";
  private static final DateTimeFormatter ADDED =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
  private static final LocalDate COLLECTED = LocalDate.of(2025, 12, 20);

  private PlatformDumps() {}

  public static List<Dump> all() {
    return List.of(
        catalogue(Source.NETFLIX, "netflix"),
        catalogue(Source.AMAZON, "amazon_prime"),
        catalogue(Source.DISNEY, "disney_plus"),
        catalogue(Source.HULU, "hulu"),
        new Dump(
            "platforms/scores_mean.csv",
            ",score,platform,title,cast,release_year,duration_int,duration_type",
            PlatformDumps::scores));
  }

  private static Dump catalogue(Source source, String name) {
    return new Dump(
        "platforms/" + name + "_titles.csv",
        HEADER,
        (world, traits, lines) -> entry(source, world, traits, lines));
  }

  private static void entry(Source source, World world, Traits traits, Lines lines)
      throws IOException {
    if (world.chance("torn " + source, traits.index()).happens(0.0015)) {
      lines.csv("s" + (world.titles + traits.index()), "Movie", "Torn", "", "");
    }
    if (traits.in(source)) {
      Work work = Work.of(world, traits);
      Offer offer = Offer.of(world, work, source);
      Chance chance = world.chance("offer details " + source, traits.index());
      boolean misplaced = chance.happens(source == Source.HULU ? 0.06 : 0.004);
      lines.csv(
          "s" + world.ids.row(source, traits.index()),
          work.traits().kind().serial() ? "TV Show" : "Movie",
          offer.title(),
          director(work, source, chance),
          offer.cast(),
          country(work, source, chance),
          added(work, source, chance),
          offer.year(),
          misplaced ? offer.duration() : age(source, chance),
          misplaced ? "" : offer.duration(),
          listed(traits, source),
          description(world, traits, source, chance));
    }
  }

  /**
   * The title and the cast by which an entry can be recognized, the title before it is misspelt.
   */
  static Set<String> stated(World world, Work work, Source source) {
    Set<String> stated = new HashSet<>();
    stated.add(Offer.name(work, Offer.chance(world, work, source)));
    String cast = Offer.of(world, work, source).cast();
    if (!cast.isEmpty()) {
      stated.add(cast);
    }
    return stated;
  }

  /** What a platform and the list of scores both say about a title. */
  private record Offer(String title, String cast, int year, int length, boolean serial) {

    static Offer of(World world, Work work, Source source) {
      Chance chance = chance(world, work, source);
      String title = name(work, chance);
      boolean serial = work.traits().kind().serial();
      int drift = chance.happens(0.05) ? (chance.happens(0.5) ? 1 : -1) : 0;
      boolean cast = source != Source.HULU && !chance.happens(0.12);
      return new Offer(
          Spelling.of(title, chance),
          cast ? String.join(", ", work.castNames()) : "",
          work.traits().year() + drift,
          serial ? work.seasons() : work.runtime() + chance.between(-1, 1),
          serial);
    }

    static Chance chance(World world, Work work, Source source) {
      return world.chance("offer " + source, work.index());
    }

    static String name(Work work, Chance chance) {
      WorkTitles titles = work.titles();
      return work.anime() && chance.happens(0.4)
          ? titles.main()
          : chance.happens(0.04) && !work.anime() ? titles.original() : titles.english();
    }

    String duration() {
      return serial ? length + (length == 1 ? " Season" : " Seasons") : length + " min";
    }
  }

  private static String director(Work work, Source source, Chance chance) {
    double missing = source == Source.HULU ? 0.999 : work.traits().kind().serial() ? 0.85 : 0.06;
    return chance.happens(missing) ? "" : String.join(", ", work.directorNames());
  }

  private static String country(Work work, Source source, Chance chance) {
    double missing =
        switch (source) {
          case AMAZON -> 0.9;
          case HULU -> 0.47;
          default -> 0.1;
        };
    return chance.happens(missing)
        ? ""
        : work.countries().stream()
            .map(TmdbDumps::country)
            .map(name -> name.equals("United States of America") ? "United States" : name)
            .collect(Collectors.joining(", "));
  }

  private static String added(Work work, Source source, Chance chance) {
    LocalDate first = LocalDate.of(2016, 1, 1);
    LocalDate start = work.release().isAfter(first) ? work.release() : first;
    LocalDate date = start.plusDays((long) (chance.unit() * 2400));
    String text = (date.isAfter(COLLECTED) ? COLLECTED : date).format(ADDED);
    if (chance.happens(source == Source.AMAZON ? 0.9 : 0.004)) {
      return "";
    }
    return chance.happens(source == Source.NETFLIX ? 0.01 : 0) ? " " + text : text;
  }

  private static String age(Source source, Chance chance) {
    return switch (source) {
      case AMAZON -> chance.one(List.of("13+", "16+", "ALL", "18+", "R", "7+", "PG-13", "NR", ""));
      case DISNEY -> chance.one(List.of("TV-G", "TV-PG", "G", "PG", "TV-Y7", "TV-14"));
      case HULU -> chance.one(List.of("TV-14", "TV-MA", "R", "TV-PG", "PG-13", ""));
      default -> chance.one(List.of("TV-MA", "TV-14", "TV-PG", "R", "PG-13", "TV-Y7", "NR"));
    };
  }

  private static String listed(Traits traits, Source source) {
    boolean serial = traits.kind().serial();
    TreeSet<String> listed = new TreeSet<>();
    for (Genre genre : traits.genres()) {
      listed.add(label(genre, source, serial));
    }
    if (traits.kind().anime && source != Source.DISNEY) {
      listed.add(source != Source.NETFLIX ? "Anime" : serial ? "Anime Series" : "Anime Features");
    }
    return String.join(", ", listed);
  }

  private static String label(Genre genre, Source source, boolean serial) {
    return switch (source) {
      case AMAZON -> genre.amazon;
      case DISNEY -> genre.disney;
      case HULU -> genre.hulu;
      default -> serial ? genre.netflixSeries : genre.netflixFilm;
    };
  }

  private static String description(World world, Traits traits, Source source, Chance chance) {
    String text = Overviews.of(world, traits, source.label, 1 + chance.below(2));
    return chance.happens(0.01) ? text + "\nA Reelhouse sample." : text;
  }

  private static void scores(World world, Traits traits, Lines lines) throws IOException {
    Chance chance = world.chance("scores", traits.index());
    if (traits.index() % 211 == 77) {
      score(
          world,
          traits,
          "netflix",
          new Offer("nowhere to be found", "", 2011, 93, false),
          chance,
          lines);
    }
    for (Source source : List.of(Source.NETFLIX, Source.AMAZON, Source.DISNEY, Source.HULU)) {
      if (traits.in(source) && chance.happens(0.95)) {
        score(
            world,
            traits,
            source.label,
            Offer.of(world, Work.of(world, traits), source),
            chance,
            lines);
      }
    }
  }

  private static void score(
      World world, Traits traits, String platform, Offer offer, Chance chance, Lines lines)
      throws IOException {
    @Nullable Object length = chance.happens(0.02) ? null : offer.length();
    lines.csv(
        world.ids.row(Source.TMDB, traits.index()) * 4 + platform.charAt(0) % 4,
        Math.min(5, Math.max(0, 3.4 + 0.25 * traits.quality() + 0.2 * chance.gaussian())),
        platform,
        offer.title().toLowerCase(Locale.ROOT).strip(),
        offer.cast().toLowerCase(Locale.ROOT),
        offer.year(),
        length == null ? 0 : length,
        length == null ? "" : offer.serial() ? "season" : "min");
  }
}
