package org.reelhouse.samples.world;

import java.util.List;
import java.util.Locale;

/** Invented words, places and people. */
public final class Names {
  private static final Lexicon WORDS = Lexicon.WORDS;

  private Names() {}

  /**
   * A person.
   *
   * @param talent what a director adds to quality and appeal, normal with deviation 1
   */
  public record Person(long id, String name, int gender, double talent) {}

  /** A word of two or three syllables, capitalised. */
  public static String word(Chance chance) {
    StringBuilder word = new StringBuilder();
    int syllables = chance.happens(0.75) ? 2 : 3;
    for (int syllable = 0; syllable < syllables; syllable++) {
      word.append(chance.one(WORDS.onsets())).append(chance.one(WORDS.vowels()));
    }
    word.append(chance.one(WORDS.codas()));
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  static String place(Chance chance) {
    return chance.happens(0.15) ? chance.one(WORDS.cities()) : word(chance);
  }

  /** Romaji and katakana of an invented name. */
  static List<String> japaneseWord(Chance chance) {
    StringBuilder romaji = new StringBuilder();
    StringBuilder katakana = new StringBuilder();
    for (int syllable = chance.between(2, 4); syllable > 0; syllable--) {
      String[] kana = chance.one(WORDS.kana()).split("\\|", -1);
      romaji.append(kana[0]);
      katakana.append(kana[1]);
    }
    return List.of(
        romaji.substring(0, 1).toUpperCase(Locale.ROOT) + romaji.substring(1), katakana.toString());
  }

  /** A person by number; people who work on anime are others than those who do not. */
  public static Person person(World world, long number, boolean anime) {
    Chance chance = world.chance(anime ? "seiyuu" : "person", number);
    long id = 2 * number + (anime ? 1 : 0) + 1_000;
    String name = anime ? japaneseName(chance) : chance.one(WORDS.given()) + " " + word(chance);
    return new Person(id, name, chance.below(3), chance.gaussian());
  }

  /** The number of a person, with few people who work a lot and many who work once. */
  public static long draw(World world, Chance chance) {
    long people = Math.max(40, world.titles * 3 / 2);
    return (long) (people * StrictMath.pow(chance.unit(), 1.8));
  }

  private static String japaneseName(Chance chance) {
    String given = chance.one(WORDS.japaneseGiven());
    return given.substring(0, given.indexOf('|')) + " " + japaneseWord(chance).get(0);
  }
}
