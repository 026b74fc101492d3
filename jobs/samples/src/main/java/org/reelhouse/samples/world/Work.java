package org.reelhouse.samples.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.reelhouse.samples.world.Names.Person;

/**
 * The truth about a work, of which each source states a part.
 *
 * @param budget US dollars
 * @param revenue US dollars
 * @param runtime minutes of the film or of an episode
 * @param popularity TMDB's unit: mostly 1 to 100
 * @param score mean of its users, 1 to 10
 * @param members users who list it
 */
public record Work(
    Traits traits,
    WorkTitles titles,
    List<String> countries,
    List<Person> directors,
    List<Person> cast,
    long budget,
    long revenue,
    int runtime,
    int seasons,
    int episodes,
    double popularity,
    double score,
    long votes,
    long members) {

  public static Work of(World world, Traits traits) {
    WorkTitles titles = WorkTitles.of(world, traits);
    List<Person> directors = directors(world, traits);
    Chance chance = world.chance("work", traits.index());
    double ability = directors.get(0).talent();
    double appeal = traits.genres().stream().mapToDouble(genre -> genre.appeal).average().orElse(0);
    double money = money(titles.language(), appeal, chance);
    double popularity = popularity(traits, ability, appeal, money, chance);
    double score = 6.5 + 0.45 * traits.quality() + 0.45 * ability + 0.15 * chance.gaussian();
    return new Work(
        traits,
        titles,
        countries(titles.language(), chance),
        directors,
        cast(world, traits),
        1_000 * (long) (money * 1e3),
        (long) (money * 1e6 * popularity / 9 * chance.between(60, 180) / 100),
        runtime(traits.kind(), chance),
        (int) Math.min(12, 1 - StrictMath.log(1 - chance.unit()) * 1.6),
        episodes(traits.kind(), chance),
        popularity,
        Math.min(9.4, Math.max(2, score)),
        (long) Math.max(1, popularity * popularity * 6),
        (long) (popularity * popularity * 400 * chance.between(70, 130) / 100) + 30);
  }

  public LocalDate release() {
    return traits.release();
  }

  public long index() {
    return traits.index();
  }

  public boolean anime() {
    return traits.kind().anime;
  }

  public List<String> directorNames() {
    return directors.stream().map(Person::name).toList();
  }

  public List<String> castNames() {
    return cast.stream().map(Person::name).toList();
  }

  /** Millions of dollars. */
  private static double money(String language, double appeal, Chance chance) {
    double level = language.equals("en") ? 2.7 : 1.6;
    return Math.max(0.05, StrictMath.exp(level + 1.4 * appeal + 1.0 * chance.gaussian()));
  }

  private static double popularity(
      Traits traits, double ability, double appeal, double money, Chance chance) {
    double season =
        switch (traits.release().getMonth()) {
          case JUNE, JULY, DECEMBER -> 0.3;
          case JANUARY, FEBRUARY -> -0.2;
          default -> 0;
        };
    double logarithm =
        1.2
            + 0.28 * StrictMath.log(money)
            + 0.7 * appeal
            + season
            + 0.45 * ability
            + (traits.sequel() ? 0.35 : 0)
            + 0.5 * traits.fame()
            + 0.2 * chance.gaussian();
    return Math.max(0.02, StrictMath.exp(logarithm));
  }

  private static List<Person> directors(World world, Traits traits) {
    // Sequels mostly keep the director of the first part, remakes never.
    boolean keeps = traits.sequel() && world.chance("successor", traits.index()).happens(0.6);
    Chance chance = world.chance("directors", keeps ? traits.root() : traits.index());
    List<Person> directors = new ArrayList<>();
    for (long number : numbers(world, chance, chance.happens(0.1) ? 2 : 1)) {
      directors.add(Names.person(world, number, traits.kind().anime));
    }
    return List.copyOf(directors);
  }

  private static List<Person> cast(World world, Traits traits) {
    Chance chance = world.chance("cast", traits.index());
    List<Person> cast = new ArrayList<>();
    for (long number : numbers(world, chance, chance.between(3, 8))) {
      cast.add(Names.person(world, number, traits.kind().anime));
    }
    return List.copyOf(cast);
  }

  private static Set<Long> numbers(World world, Chance chance, int count) {
    Set<Long> numbers = new LinkedHashSet<>();
    while (numbers.size() < count) {
      numbers.add(Names.draw(world, chance));
    }
    return numbers;
  }

  private static List<String> countries(String language, Chance chance) {
    String home =
        switch (language) {
          case "fr" -> "FR";
          case "es" -> chance.happens(0.6) ? "ES" : "MX";
          case "de" -> "DE";
          case "hi" -> "IN";
          case "ko" -> "KR";
          case "it" -> "IT";
          case "ja" -> "JP";
          default -> chance.happens(0.8) ? "US" : chance.happens(0.6) ? "GB" : "CA";
        };
    return chance.happens(0.15) && !home.equals("US") ? List.of(home, "US") : List.of(home);
  }

  private static int runtime(Kind kind, Chance chance) {
    return switch (kind) {
      case FILM -> 84 + (int) (StrictMath.abs(chance.gaussian()) * 20);
      case ANIME_FILM -> chance.between(45, 118);
      case SERIES -> chance.happens(0.5) ? chance.between(20, 30) : chance.between(40, 60);
      case ANIME_TV, ONA -> chance.between(22, 25);
      case OVA, SPECIAL -> chance.between(20, 48);
      case MUSIC -> chance.between(2, 6);
    };
  }

  private static int episodes(Kind kind, Chance chance) {
    return switch (kind) {
      case SERIES -> chance.between(6, 90);
      case ANIME_TV -> chance.one(List.of(11, 12, 12, 12, 13, 13, 24, 25, 26, 50, 104));
      case OVA -> chance.one(List.of(1, 1, 2, 2, 3, 4, 6));
      case ONA -> chance.one(List.of(1, 5, 8, 10, 12));
      default -> 1;
    };
  }
}
