package org.reelhouse.match.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What each agreement or disagreement of two source titles weighs: an estimate of how often it
 * occurs among equal works (m) and among chance pairs (u), as ln(m/u) (Fellegi and Sunter 1969).
 */
public enum Weight {
  ID_EQUAL(
      "external id",
      "the same, for each",
      18,
      "Catalogues rarely give two works one id; more than a different title and year outweigh."),
  ID_DIFFERENT("external id", "another of the same namespace", -14, ""),
  TITLE_UNKNOWN(
      "title",
      "only a number, as \"Episode #4.5\"",
      -8,
      "The prior alone: the title neither speaks for the pair nor against it."),
  TITLE_EQUAL(
      "title",
      "equal",
      0.6,
      "Among some 10,000 works a pair of equal titles is about as often the same work as another of that name when nothing else is known, so prior and title together start near even odds."),
  TITLE_97("title", "similarity from 0.97", 0.6 - 1, ""),
  TITLE_92("title", "similarity from 0.92", 0.6 - 2.5, ""),
  TITLE_85("title", "similarity from 0.85", 0.6 - 4, ""),
  TITLE_75("title", "similarity from 0.75", 0.6 - 6, ""),
  TITLE_UNLIKE("title", "less alike", 0.6 - 14, ""),
  TITLE_CONTAINED(
      "title",
      "one contains the other, at least half of it",
      0.6 - 3.5,
      "One title is the other with a series, place or subtitle added."),
  TITLE_CONTAINED_IN_LONG("title", "one contains the other, less than half of it", 0.6 - 7, ""),
  NUMBER_ONE_SIDED(
      "numbers in the titles",
      "in one only",
      -4,
      "A sequel's title is that of the first film and a number."),
  NUMBER_BEFORE_SUBTITLE(
      "numbers in the titles", "in one only, before a common subtitle", -1.5, ""),
  NUMBERS_OF_MAIN_TITLES_DIFFER(
      "numbers in the titles", "main titles have others, translations do not", -1.5, ""),
  NUMBERS_DIFFER(
      "numbers in the titles",
      "others; nothing else of the title counts",
      -20,
      "Sequels share everything but the number."),
  SIGNS_EQUAL("spelling of equal titles", "same accents, case and punctuation", 0.5, ""),
  SIGNS_DIFFERENT("spelling of equal titles", "others", -0.5, ""),
  LETTERS_0("letters of the shorter title", "below 5", -1.2, "Long titles are rarely borne twice."),
  LETTERS_5("letters of the shorter title", "from 5", -0.8, ""),
  LETTERS_8("letters of the shorter title", "from 8", -0.2, ""),
  LETTERS_12("letters of the shorter title", "from 12", 0.4, ""),
  LETTERS_18("letters of the shorter title", "from 18", 0.9, ""),
  LETTERS_26("letters of the shorter title", "from 26", 1.3, ""),
  SERIES_EQUAL("series of an episode", "similarity from 0.9", 4, ""),
  SERIES_DIFFERENT("series of an episode", "similarity below 0.6", -4, ""),
  EPISODE_AND_SEASON_EQUAL(
      "number of an episode",
      "season and number equal",
      4,
      "Chance episodes share a number about once in 15 times and a season once in 4."),
  EPISODE_EQUAL("number of an episode", "number equal, a season unknown", 2.5, ""),
  EPISODE_DIFFERENT(
      "number of an episode",
      "another number",
      -5,
      "An episode is known by its number, yet catalogues count double episodes differently."),
  SEASON_DIFFERENT("number of an episode", "another season", -5, ""),
  EPISODES_EQUAL("episodes of a series", "as many, more than one", 1.8, ""),
  EPISODES_NEAR(
      "episodes of a series",
      "a tenth more or fewer",
      -0.8,
      "Recaps and unaired episodes are counted by some."),
  EPISODES_DIFFERENT("episodes of a series", "others", -2.5, ""),
  DATE_EQUAL("release", "same day", 5.5, ""),
  YEAR_EQUAL("release", "same year", 3, ""),
  YEAR_NEXT("release", "one year apart", 0.75, ""),
  YEARS_APART("release", "further apart, and 1 less for each year up to five", -2.5, ""),
  PERSON_SHARED(
      "directors, and cast",
      "one of several shared",
      3.5,
      "Two chance titles share a person about once in 300 times."),
  PEOPLE_SHARED("directors, and cast", "more shared, or all there are", 5, ""),
  PEOPLE_DIFFERENT(
      "directors, and cast",
      "none shared",
      -3,
      "Sources name different parts of a cast and crew, so strangers weigh less."),
  MOVIES(
      "kind",
      "both movies",
      0.5,
      "Films are most titles, so that two are films says little; two OVAs say more."),
  SERIES("kind", "both series", 0.8, ""),
  EPISODES("kind", "both episodes", 0.5, ""),
  RARE_KIND_EQUAL("kind", "both of another kind", 1.8, ""),
  MOVIE_AND_SERIES(
      "kind",
      "movie and series",
      -2,
      "Catalogues disagree about kinds, also whether a television film in parts is a series."),
  EPISODE_AND_MOVIE("kind", "episode and movie", -2, ""),
  EPISODE_AND_SPECIAL("kind", "episode and special", -2, ""),
  EPISODE_AND_SERIES("kind", "episode and series", -8, ""),
  MOVIE_AND_SHORT("kind", "movie and short", -0.5, ""),
  MOVIE_AND_SPECIAL("kind", "movie and special", -1, ""),
  MOVIE_AND_OVA("kind", "movie and ova", -1, ""),
  MOVIE_AND_ONA("kind", "movie and ona", -2, ""),
  ONA_AND_SERIES("kind", "ona and series", -1, ""),
  ONA_AND_OVA("kind", "ona and ova", -1, ""),
  ONA_AND_SPECIAL("kind", "ona and special", -1, ""),
  OVA_AND_SPECIAL("kind", "ova and special", -1, ""),
  OVA_AND_SERIES("kind", "ova and series", -2.5, ""),
  SERIES_AND_SPECIAL("kind", "series and special", -1.5, ""),
  SERIES_AND_SHORT("kind", "series and short", -3, ""),
  OTHER_KINDS("kind", "any other two", -1.5, ""),
  RUNTIME_EQUAL("runtime", "at most a minute apart", 2, ""),
  RUNTIME_NEAR("runtime", "at most four minutes apart", 0.8, ""),
  RUNTIME_ALIKE("runtime", "at most a fifth apart", -0.5, ""),
  RUNTIME_DIFFERENT("runtime", "further apart", -2.5, ""),
  SLOT_EQUAL(
      "runtime of a series or episode",
      "at most a minute apart",
      0.8,
      "Programmes fill slots that many share, and some catalogues give the time of all episodes."),
  SLOT_ALIKE("runtime of a series or episode", "at most a fifth apart", 0.2, ""),
  SLOT_DIFFERENT("runtime of a series or episode", "further apart, of one kind", -0.5, ""),
  MEMBERS_AND_SCORE_EQUAL(
      "members",
      "same number, same score",
      8,
      "Two dumps of one site carry the same counts if of one day; other counts say nothing."),
  MEMBERS_EQUAL("members", "same number", 5, ""),
  ONE_SPELLING(
      "members",
      "both have members, titles are spelt alike",
      1.6,
      "Only sites of one kind count members, and such a site gives each of its works its own name."),
  GENRES_EQUAL("genres", "two or more shared, three fifths of all", 1, ""),
  GENRES_SHARED("genres", "one shared", 0.2, ""),
  GENRES_DIFFERENT("genres", "none of several shared", -1, ""),
  GENRE_DIFFERENT("genres", "none shared, one of a title only", -0.5, ""),
  COUNTRIES_SHARED("countries", "one shared", 0.4, ""),
  COUNTRIES_DIFFERENT("countries", "none shared", -1.2, ""),
  LANGUAGE_EQUAL("language", "the same", 0.3, ""),
  LANGUAGE_DIFFERENT("language", "another", -1.5, ""),
  OVERVIEWS_0(
      "long words of both overviews",
      "none shared",
      -0.5,
      "Among 849 pairs of platforms and TMDB with equal titles and a director in common 19, 26, 23, 11 and 21 % share none, one, two, three and more; among 138 with equal titles and other directors and years 78, 14, 5, 3 and 0 %. Taken at about half, since works of one franchise or one star are narrated alike too."),
  OVERVIEWS_1("long words of both overviews", "one shared", 0, ""),
  OVERVIEWS_2("long words of both overviews", "two shared", 1, ""),
  OVERVIEWS_3("long words of both overviews", "three shared", 1.5, ""),
  OVERVIEWS_4("long words of both overviews", "more shared", 2.5, "");

  private final String evidence;
  private final String outcome;
  private final double value;
  private final String reason;

  Weight(String evidence, String outcome, double value, String reason) {
    this.evidence = evidence;
    this.outcome = outcome;
    this.value = value;
    this.reason = reason;
  }

  double value() {
    return value;
  }

  /** All weights as a table in Markdown, with their reasons. */
  public static String markdown() {
    return Arrays.stream(values())
        .map(Weight::row)
        .collect(
            Collectors.joining(
                "\n", "| evidence | outcome | weight | reason |\n|---|---|---|---|\n", "\n"));
  }

  private String row() {
    String signed = String.format(Locale.ROOT, "%+.2f", value).replaceFirst("\\.?0+$", "");
    return "| " + String.join(" | ", List.of(evidence, outcome, signed, reason)) + " |";
  }
}
