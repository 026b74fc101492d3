package org.reelhouse.match.blocking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.reelhouse.match.comparison.Fingerprints;
import org.reelhouse.match.comparison.Profile;
import org.reelhouse.match.comparison.TitleKey;
import org.reelhouse.reference.Kind;

/**
 * The blocks a source title stands in. Only titles that share a block are compared, by one of these
 * rules; those that ask for a year take the same or the next.
 *
 * <p>A key is a 64-bit hash of its name, whose last four bits are the number of its rule.
 */
public final class BlockingKeys {

  /** The rules, the most telling first. */
  enum Rule {
    /** The same external id. */
    ID(0),
    /** The same {@link TitleKey} of any of their titles. */
    TITLE(1),
    /** The same exact date, of all kinds but films, whose dates differ between countries. */
    DAY(2),
    /** The same members and score, as dumps of one site on one day have them. */
    AUDIENCE(3),
    /** A director in common, and the year. */
    DIRECTOR(4),
    /** The same season and number of an episode, and the year. */
    NUMBER(5),
    /** The same two first words, kind and number of episodes (sources without years). */
    EPISODES(6),
    /** The same two first words, in any order, the kind and the year. */
    BEGINNING(7),
    /** One of the two longest words of the main title, the kind and the year. */
    WORD(8);

    private final int number;

    Rule(int number) {
      this.number = number;
    }
  }

  /** By their numbers. */
  private static final Rule[] RULES = Rule.values();

  private static final long RULE_BITS = 15;

  /** Two first words narrow little where the rest of the title is short; shorter ones are left. */
  private static final int MIN_LETTERS = 5;

  private static final int LONG_WORDS = 2;

  private static final int MAX_DIRECTORS = 3;

  private BlockingKeys() {}

  /** The keys by rule, those of one rule in an order that is the same for all titles. */
  public static Fingerprints of(Profile profile) {
    return Fingerprints.ofHashes(
        names(profile).stream()
            .map(Name::key)
            .distinct()
            .sorted(Comparator.comparing(BlockingKeys::rule).thenComparing(key -> key))
            .mapToLong(Long::longValue)
            .toArray());
  }

  /** The rule by which titles stand in a block. */
  public static Rule rule(long key) {
    return RULES[(int) (key & RULE_BITS)];
  }

  /** The name of a block in which a title stands. */
  public static String name(Profile profile, long key) {
    return names(profile).stream()
        .filter(name -> name.key() == key)
        .map(Name::toString)
        .findFirst()
        .orElseThrow();
  }

  private record Name(Rule rule, String text) {
    long key() {
      return (Fingerprints.of(text) & ~RULE_BITS) | rule.number;
    }

    @Override
    public String toString() {
      return rule.name().toLowerCase(Locale.ROOT) + " " + text;
    }
  }

  private static List<Name> names(Profile profile) {
    boolean dated = profile.year() != null;
    String kind = group(profile.kind());
    List<Name> names = new ArrayList<>();
    profile.ids().forEach(id -> names.add(new Name(Rule.ID, id)));
    profile.titles().forEach(title -> names.add(new Name(Rule.TITLE, title.compact())));
    if (profile.day() != null && profile.kind() != Kind.MOVIE) {
      names.add(new Name(Rule.DAY, kind + " " + profile.day()));
    }
    if (profile.hasTellingMembers() && profile.score() != null) {
      names.add(new Name(Rule.AUDIENCE, profile.members() + " " + profile.score()));
    }
    if (dated) {
      profile.directors().stream()
          .sorted()
          .limit(MAX_DIRECTORS)
          .forEach(director -> names.add(new Name(Rule.DIRECTOR, director)));
    }
    if (dated && profile.isEpisode() && profile.seasons() != null && profile.episodes() != null) {
      names.add(new Name(Rule.NUMBER, profile.seasons() + " " + profile.episodes()));
    }
    names.addAll(beginnings(profile, kind, dated));
    if (dated) {
      longWords(profile).forEach(word -> names.add(new Name(Rule.WORD, kind + " " + word)));
    }
    return names;
  }

  private static List<Name> beginnings(Profile profile, String kind, boolean dated) {
    List<String> first = profile.title().words().stream().limit(2).sorted().toList();
    if (String.join("", first).length() < MIN_LETTERS) {
      return List.of();
    }
    List<Name> names = new ArrayList<>();
    String beginning = kind + " " + String.join(" ", first);
    if (profile.episodes() != null && profile.episodes() > 0) {
      names.add(new Name(Rule.EPISODES, beginning + " " + profile.episodes()));
    }
    if (dated) {
      names.add(new Name(Rule.BEGINNING, beginning));
    }
    return names;
  }

  private static List<String> longWords(Profile profile) {
    return profile.title().words().stream()
        .filter(word -> word.length() >= MIN_LETTERS)
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
        .limit(LONG_WORDS)
        .toList();
  }

  private static String group(Kind kind) {
    return switch (kind) {
      case SERIES, MOVIE, EPISODE -> kind.text();
      default -> "other";
    };
  }
}
