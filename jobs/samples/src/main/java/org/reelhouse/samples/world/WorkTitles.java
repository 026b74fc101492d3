package org.reelhouse.samples.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The titles of a work.
 *
 * @param main in English for films and series, in romaji for anime
 * @param english in English
 * @param original in the original language and script
 * @param language of the original, ISO 639-1
 */
public record WorkTitles(String main, String english, String original, String language) {
  private static final Lexicon WORDS = Lexicon.WORDS;

  public static WorkTitles of(World world, Traits traits) {
    Chance chance = world.chance("title", traits.root());
    WorkTitles first = world.kind(traits.root()).anime ? anime(chance) : western(chance);
    return traits.sequel() ? sequel(first, traits, world.chance("sequel", traits.index())) : first;
  }

  private static WorkTitles western(Chance chance) {
    double language = chance.unit();
    if (language < 0.08) {
      return translated(chance, 3, "fr");
    }
    if (language < 0.15) {
      return translated(chance, 4, "es");
    }
    if (language < 0.20) {
      return translated(chance, 5, "de");
    }
    String title = english(chance);
    if (chance.happens(0.10)) {
      title += ": " + "The " + adjective(chance, 0) + " " + noun(chance, 0);
    }
    return new WorkTitles(title, title, title, other(language));
  }

  private static String other(double language) {
    if (language < 0.23) {
      return "hi";
    }
    return language < 0.25 ? "ko" : language < 0.27 ? "it" : "en";
  }

  private static String english(Chance chance) {
    return switch (chance.below(6)) {
      case 0 -> "The " + noun(chance, 0) + " of " + Names.place(chance);
      case 1 ->
          "The " + adjective(chance, 0) + " " + noun(chance, 0) + " of " + Names.place(chance);
      case 2 ->
          chance.one(WORDS.given()) + " and the " + noun(chance, 0) + " of " + Names.word(chance);
      case 3 -> Names.place(chance) + " " + noun(chance, 0);
      case 4 ->
          "A " + noun(chance, 0) + " for " + chance.one(WORDS.given()) + " " + Names.word(chance);
      default -> adjective(chance, 0) + " " + Names.word(chance) + " " + noun(chance, 0);
    };
  }

  private static WorkTitles translated(Chance chance, int column, String language) {
    String[] noun = chance.one(WORDS.nouns()).split("\\|", -1);
    String place = Names.place(chance);
    String of =
        switch (language) {
          case "fr" -> "AEIOUÉ".indexOf(place.charAt(0)) >= 0 ? " d'" : " de ";
          case "es" -> " de ";
          default -> " von ";
        };
    String english = "The " + noun[0] + " of " + place;
    return new WorkTitles(english, english, noun[column] + of + place, language);
  }

  private static WorkTitles anime(Chance chance) {
    List<String> name = Names.japaneseWord(chance);
    String[] noun = chance.one(WORDS.nouns()).split("\\|", -1);
    String[] adjective = chance.one(WORDS.adjectives()).split("\\|", -1);
    String[] ending = chance.one(WORDS.endings()).split("\\|", -1);
    return switch (chance.below(5)) {
      case 0 ->
          anime(
              name.get(0) + " no " + noun[1],
              "The " + noun[0] + " of " + name.get(0),
              name.get(1) + "の" + noun[2]);
      case 1 ->
          anime(
              adjective[1] + " " + noun[1] + " no " + name.get(0),
              name.get(0) + " of the " + adjective[0] + " " + noun[0],
              adjective[2] + noun[2] + "の" + name.get(1));
      case 2 ->
          anime(
              noun[1] + " " + ending[1] + " " + name.get(0),
              noun[0] + " " + ending[0] + " " + name.get(0),
              noun[2] + ending[2] + name.get(1));
      case 3 -> anime(name.get(0) + "!", name.get(0) + "!", name.get(1) + "!");
      default ->
          anime(
              name.get(0) + ": " + adjective[1] + " " + noun[1],
              name.get(0) + "'s " + adjective[0] + " " + noun[0],
              name.get(1) + " " + adjective[2] + noun[2]);
    };
  }

  private static WorkTitles anime(String romaji, String english, String japanese) {
    return new WorkTitles(romaji, english, japanese, "ja");
  }

  private static WorkTitles sequel(WorkTitles first, Traits traits, Chance chance) {
    if (traits.kind().anime) {
      return animeSequel(first, traits.kind(), chance);
    }
    String suffix =
        switch (chance.below(4)) {
          case 0 -> " II";
          case 1 -> " 2";
          case 2 -> " III";
          default -> ": The " + adjective(chance, 0) + " " + noun(chance, 0);
        };
    return new WorkTitles(
        first.main + suffix, first.english + suffix, first.original + suffix, first.language);
  }

  private static WorkTitles animeSequel(WorkTitles first, Kind kind, Chance chance) {
    return switch (kind) {
      case ANIME_FILM -> first.followedBy(" Movie", " The Movie", " 劇場版");
      case OVA -> first.followedBy(" OVA", " OVA", " OVA");
      case SPECIAL -> first.followedBy(" Specials", " Specials", " スペシャル");
      default ->
          chance.happens(0.5)
              ? first.followedBy(" 2nd Season", " Season 2", " 第2期")
              : first.followedBy(" II", " II", " II");
    };
  }

  private WorkTitles followedBy(String mainEnd, String englishEnd, String originalEnd) {
    return new WorkTitles(main + mainEnd, english + englishEnd, original + originalEnd, language);
  }

  /** Another title of an anime, if it has one. */
  public @Nullable String synonym(Chance chance) {
    return chance.happens(0.4) ? english.replace("The ", "") + " Project" : null;
  }

  private static String noun(Chance chance, int column) {
    return chance.one(WORDS.nouns()).split("\\|", -1)[column];
  }

  private static String adjective(Chance chance, int column) {
    return chance.one(WORDS.adjectives()).split("\\|", -1)[column];
  }
}
