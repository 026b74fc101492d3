package org.reelhouse.samples.world;

import java.util.List;
import java.util.Locale;

/** Overviews in our own sentences, about the theme of a work. */
public final class Overviews {
  private static final Lexicon.Sentences SENTENCES = Lexicon.WORDS.sentences();

  private Overviews() {}

  /**
   * An overview of so many sentences.
   *
   * @param source whose words they are: sources tell the same story differently
   */
  public static String of(World world, Traits traits, String source, int sentences) {
    String name = world.chance("hero", traits.index()).one(Lexicon.WORDS.given());
    Chance chance = world.chance("overview " + source, traits.index());
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < sentences; sentence++) {
      text.append(sentence == 0 ? "" : " ")
          .append(sentence(form(sentence, sentences, chance), traits.theme(), name, chance));
    }
    return text.toString();
  }

  public static String tagline(Chance chance) {
    return chance.one(SENTENCES.taglines());
  }

  private static String form(int sentence, int sentences, Chance chance) {
    if (sentence == 0) {
      return chance.one(SENTENCES.openings());
    }
    return chance.one(sentence == sentences - 1 ? SENTENCES.endings() : SENTENCES.middles());
  }

  private static String sentence(String form, Lexicon.Theme theme, String name, Chance chance) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = form.indexOf('{'); open >= 0; open = form.indexOf('{', from)) {
      int close = form.indexOf('}', open);
      text.append(form, from, open)
          .append(fill(form.substring(open + 1, close), theme, name, chance));
      from = close + 1;
    }
    return text.append(form.substring(from)).toString();
  }

  private static String fill(String hole, Lexicon.Theme theme, String name, Chance chance) {
    return switch (hole) {
      case "hero", "companion" -> chance.one(theme.heroes());
      case "Hero" -> capitalised(chance.one(theme.heroes()));
      case "place" -> chance.one(theme.places());
      case "event" -> chance.one(theme.events());
      case "goal" -> chance.one(theme.goals());
      case "twist" -> chance.one(theme.twists());
      case "name", "Name" -> name;
      default -> throw new IllegalArgumentException("no words for {" + hole + "}");
    };
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** Some keywords of the theme. */
  public static List<String> keywords(Lexicon.Theme theme, Chance chance) {
    return theme.keywords().stream().filter(keyword -> chance.happens(0.55)).toList();
  }
}
