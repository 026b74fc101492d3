package org.reelhouse.match.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against two source titles being the same work.
 *
 * <p>The score is the natural logarithm of the odds: the sum of weights after Fellegi and Sunter
 * (1969), in which a missing value weighs nothing. The weights stand in {@link Weight}.
 *
 * @param linked whether both carry the same external id
 * @param reasons the evidence in words, the weightiest first
 */
public record Comparison(double score, boolean linked, List<String> reasons) {

  /** Lengths from each of which on a title weighs more. */
  private static final int[] LETTERS = {5, 8, 12, 18, 26};

  private static final Weight[] BY_LETTERS = {
    Weight.LETTERS_0,
    Weight.LETTERS_5,
    Weight.LETTERS_8,
    Weight.LETTERS_12,
    Weight.LETTERS_18,
    Weight.LETTERS_26
  };

  private static final int FIRST_EAST_ASIAN = 0x3040;

  /**
   * Compares two source titles.
   *
   * @param namesakes works in the whole table that bear the title they share, at least 1
   */
  public static Comparison of(Profile left, Profile right, int namesakes) {
    return Objects.requireNonNull(of(left, right, namesakes, Double.NEGATIVE_INFINITY));
  }

  /**
   * Compares two source titles whose score may be of no interest.
   *
   * @param floor score below which there is none; titles, which cost most, are then not looked at
   * @return null if the score is below
   */
  public static @Nullable Comparison of(Profile left, Profile right, int namesakes, double floor) {
    List<Evidence> evidence = besideTitle(left, right, namesakes);
    if (sum(evidence) + mostForTitle(left, right) < floor) {
      return null;
    }
    evidence.add(title(left, right));
    evidence.add(series(left, right));
    double score = sum(evidence);
    return score < floor ? null : new Comparison(score, left.sharesId(right), reasons(evidence));
  }

  private static List<Evidence> besideTitle(Profile left, Profile right, int namesakes) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(ids(left, right));
    evidence.add(namesakes(namesakes));
    evidence.add(KindEvidence.compare(left.kind(), right.kind()));
    evidence.add(release(left, right));
    evidence.add(directors(left.directors(), right.directors()));
    evidence.add(cast(left.cast(), right.cast()));
    evidence.add(RuntimeEvidence.compare(left, right));
    evidence.add(Episodes.compare(left, right));
    evidence.add(audience(left, right));
    evidence.add(
        overlap(
            "countries",
            left.countries(),
            right.countries(),
            Weight.COUNTRIES_SHARED,
            Weight.COUNTRIES_DIFFERENT));
    evidence.add(genres(left.genres(), right.genres()));
    evidence.add(OverviewEvidence.compare(left, right));
    evidence.add(language(left.language(), right.language()));
    return evidence;
  }

  private static double sum(List<Evidence> evidence) {
    double sum = 0;
    for (Evidence item : evidence) {
      sum += item.weight();
    }
    return sum;
  }

  private static double mostForTitle(Profile left, Profile right) {
    double series =
        left.series() == null || right.series() == null ? 0 : Weight.SERIES_EQUAL.value();
    return Weight.TITLE_EQUAL.value()
        + BY_LETTERS[BY_LETTERS.length - 1].value()
        + Weight.SIGNS_EQUAL.value()
        + series;
  }

  /** The probability for the score's odds. */
  public double probability() {
    return 1 / (1 + StrictMath.exp(-score));
  }

  private static List<String> reasons(List<Evidence> evidence) {
    return evidence.stream()
        .filter(item -> !item.equals(Evidence.NONE))
        .sorted(
            Comparator.comparingDouble((Evidence item) -> -Math.abs(item.weight()))
                .thenComparing(Evidence::reason))
        .map(Evidence::reason)
        .toList();
  }

  private static Evidence ids(Profile left, Profile right) {
    if (left.ids().isEmpty() || right.ids().isEmpty()) {
      return Evidence.NONE;
    }
    double weight = 0;
    List<String> words = new ArrayList<>();
    for (String id : left.ids()) {
      String namespace = id.substring(0, id.indexOf('=') + 1);
      if (right.ids().contains(id)) {
        weight += Weight.ID_EQUAL.value();
        words.add("same " + id);
      } else if (right.ids().stream().anyMatch(other -> other.startsWith(namespace))) {
        weight += Weight.ID_DIFFERENT.value();
        words.add("other " + namespace.substring(0, namespace.length() - 1));
      }
    }
    return words.isEmpty() ? Evidence.NONE : new Evidence(weight, String.join(", ", words));
  }

  private static Evidence directors(List<String> left, List<String> right) {
    int shared = 0;
    for (String name : left) {
      shared += right.contains(name) ? 1 : 0;
    }
    return PeopleEvidence.compare("directors", shared, Math.min(left.size(), right.size()));
  }

  private static Evidence cast(Fingerprints left, Fingerprints right) {
    return PeopleEvidence.compare("cast", left.shared(right), Math.min(left.size(), right.size()));
  }

  private static Evidence title(Profile left, Profile right) {
    if (left.isGeneric() || right.isGeneric()) {
      return new Evidence(Weight.TITLE_UNKNOWN, "a title that is only a number");
    }
    TitleSimilarity similarity = TitleSimilarity.of(left.titles(), right.titles());
    Supplier<String> words = () -> "title " + hundredths(similarity.value());
    double weight = titleWeight(similarity) + lengthWeight(left, right);
    double signs =
        similarity.value() < 1
            ? 0
            : (left.spelling() == right.spelling() ? Weight.SIGNS_EQUAL : Weight.SIGNS_DIFFERENT)
                .value();
    double parts = partWeight(left, right, similarity);
    return switch (similarity.numbers()) {
      case AGREE -> new Evidence(weight + signs + parts, words);
      case ONE_SIDED, ONE_SIDED_BEFORE_SUBTITLE ->
          new Evidence(weight + parts, () -> words.get() + " with a number in one");
      case DIFFER -> new Evidence(Weight.NUMBERS_DIFFER, "numbers in the titles differ");
    };
  }

  /** A translated title may lack the number of the part, so main titles count too. */
  private static double partWeight(Profile left, Profile right, TitleSimilarity similarity) {
    if (Episodes.same(left, right)) {
      return 0;
    }
    return switch (similarity.numbers()) {
      case ONE_SIDED -> Weight.NUMBER_ONE_SIDED.value();
      case ONE_SIDED_BEFORE_SUBTITLE -> Weight.NUMBER_BEFORE_SUBTITLE.value();
      case AGREE, DIFFER ->
          TitleSimilarity.numbers(left.title(), right.title()) == TitleSimilarity.Numbers.AGREE
              ? 0
              : Weight.NUMBERS_OF_MAIN_TITLES_DIFFER.value();
    };
  }

  /** A number from 0 to 1 with two decimals; a formatter would cost more than the comparison. */
  private static String hundredths(double value) {
    String digits = Long.toString(100 + Math.round(value * 100));
    return (digits.charAt(0) - '1') + "." + digits.substring(1);
  }

  private static double titleWeight(TitleSimilarity similarity) {
    double alike = titleWeight(similarity.value()).value();
    if (similarity.contained() == 0) {
      return alike;
    }
    Weight contained =
        similarity.contained() >= 0.5 ? Weight.TITLE_CONTAINED : Weight.TITLE_CONTAINED_IN_LONG;
    return Math.max(alike, contained.value());
  }

  private static Weight titleWeight(double similarity) {
    if (similarity >= 1) {
      return Weight.TITLE_EQUAL;
    }
    if (similarity >= 0.97) {
      return Weight.TITLE_97;
    }
    if (similarity >= 0.92) {
      return Weight.TITLE_92;
    }
    if (similarity >= 0.85) {
      return Weight.TITLE_85;
    }
    return similarity >= 0.75 ? Weight.TITLE_75 : Weight.TITLE_UNLIKE;
  }

  private static double lengthWeight(Profile left, Profile right) {
    int letters = Math.min(letters(left), letters(right));
    int step = 0;
    while (step < LETTERS.length && letters >= LETTERS[step]) {
      step++;
    }
    return BY_LETTERS[step].value();
  }

  /** A sign of Chinese or Japanese says about as much as three letters. */
  private static int letters(Profile profile) {
    String title = profile.title().compact();
    int letters = 0;
    for (int i = 0; i < title.length(); i++) {
      letters += title.charAt(i) >= FIRST_EAST_ASIAN ? 3 : 1;
    }
    return letters;
  }

  /** A name borne by n works points at each of them with a share of 1/n. */
  private static Evidence namesakes(int works) {
    return works <= 1
        ? Evidence.NONE
        : new Evidence(-StrictMath.log(works), () -> works + " works of this name");
  }

  /** Catalogues spell series as freely as titles; films of one collection are many. */
  private static Evidence series(Profile left, Profile right) {
    if (left.series() == null
        || right.series() == null
        || !left.isEpisode()
        || !right.isEpisode()) {
      return Evidence.NONE;
    }
    double alike = TitleSimilarity.of(left.series(), right.series()).value();
    return alike >= 0.9
        ? new Evidence(Weight.SERIES_EQUAL, "same series")
        : new Evidence(
            alike < 0.6 ? Weight.SERIES_DIFFERENT.value() : 0, () -> "series " + hundredths(alike));
  }

  private static Evidence release(Profile left, Profile right) {
    if (left.day() != null && left.day().equals(right.day())) {
      return new Evidence(Weight.DATE_EQUAL, "same release date");
    }
    if (left.year() == null || right.year() == null) {
      return Evidence.NONE;
    }
    int years = Math.abs(left.year() - right.year());
    if (years == 0) {
      return new Evidence(Weight.YEAR_EQUAL, "year equal");
    }
    return new Evidence(
        years == 1 ? Weight.YEAR_NEXT.value() : Weight.YEARS_APART.value() - Math.min(years, 5),
        () -> "years apart: " + years);
  }

  /** Two dumps of one site carry the same counts if of one day; other counts say nothing. */
  private static Evidence audience(Profile left, Profile right) {
    boolean equal = left.hasTellingMembers() && Objects.equals(left.members(), right.members());
    if (!equal) {
      return left.members() != null
              && right.members() != null
              && left.spelling() == right.spelling()
          ? new Evidence(Weight.ONE_SPELLING, "one spelling in two lists of members")
          : Evidence.NONE;
    }
    boolean sameScore = left.score() != null && Objects.equals(left.score(), right.score());
    return new Evidence(
        sameScore ? Weight.MEMBERS_AND_SCORE_EQUAL : Weight.MEMBERS_EQUAL,
        "same number of members" + (sameScore ? " and score" : ""));
  }

  private static Evidence overlap(
      String what, Fingerprints left, Fingerprints right, Weight some, Weight none) {
    int least = Math.min(left.size(), right.size());
    if (least == 0) {
      return Evidence.NONE;
    }
    int shared = left.shared(right);
    return new Evidence(shared > 0 ? some : none, () -> shared + " of " + least + " " + what);
  }

  private static Evidence genres(Fingerprints left, Fingerprints right) {
    int shared = left.shared(right);
    int all = left.size() + right.size() - shared;
    return shared >= 2 && shared * 5 >= all * 3
        ? new Evidence(Weight.GENRES_EQUAL, () -> shared + " of " + all + " genres")
        : overlap(
            "genres",
            left,
            right,
            Weight.GENRES_SHARED,
            Math.min(left.size(), right.size()) > 1
                ? Weight.GENRES_DIFFERENT
                : Weight.GENRE_DIFFERENT);
  }

  private static Evidence language(@Nullable String left, @Nullable String right) {
    if (left == null || right == null) {
      return Evidence.NONE;
    }
    return left.equals(right)
        ? new Evidence(Weight.LANGUAGE_EQUAL, () -> "language " + left)
        : new Evidence(Weight.LANGUAGE_DIFFERENT, () -> "language " + left + " and " + right);
  }
}
