package org.reelhouse.themes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.themes.corpus.CoOccurrence;

class TopTermsTest {
  private static final List<String> TERMS = List.of("love", "high school", "school", "space");
  private static final CoOccurrence PAIRS =
      new CoOccurrence(40, 4, new double[] {20, 2, 3, 5, 2, 6, 6, 0, 3, 6, 8, 0, 5, 0, 0, 10});
  private static final ThemeProfile SCHOOL =
      new ThemeProfile(10, new double[] {1, 0}, new long[] {5, 6, 6, 0});
  private static final ThemeProfile SPACE =
      new ThemeProfile(30, new double[] {0, 1}, new long[] {15, 0, 3, 10});

  @Test
  void areDistinctiveAndSayNoWordTwice() {
    List<List<Integer>> tops =
        TopTerms.of(List.of(SCHOOL, SPACE), SCHOOL.plus(SPACE), TERMS, PAIRS);

    // "love" is as frequent in both, and "school" is a word of "high school".
    assertThat(tops).containsExactly(List.of(1), List.of(3));
  }

  @Test
  void sayNothingTwiceInAnotherForm() {
    ThemeProfile theme = new ThemeProfile(50, new double[1], new long[] {20, 19, 18, 0});
    ThemeProfile other = new ThemeProfile(50, new double[1], new long[] {0, 0, 0, 60});
    double[] together = {20, 18, 18, 0, 18, 19, 17, 0, 18, 17, 18, 0, 0, 0, 0, 60};

    assertThat(
            TopTerms.of(
                    List.of(theme, other),
                    theme.plus(other),
                    List.of("marry", "married", "wedding", "war"),
                    new CoOccurrence(100, 4, together))
                .get(0))
        .containsExactly(0, 2);
  }

  @Test
  void standOnTopOfThemesThatTheyTellOfNearlyAsMuchOnly() {
    ThemeProfile war = new ThemeProfile(20, new double[1], new long[] {10, 12, 0, 1});
    ThemeProfile crime = new ThemeProfile(20, new double[1], new long[] {9, 2, 12, 1});
    ThemeProfile rest = new ThemeProfile(60, new double[1], new long[] {1, 2, 2, 20});
    double[] together = {20, 6, 6, 1, 6, 16, 1, 1, 6, 1, 14, 1, 1, 1, 1, 22};

    List<List<Integer>> tops =
        TopTerms.of(
            List.of(war, crime, rest),
            war.plus(crime).plus(rest),
            List.of("death", "soldier", "police", "music"),
            new CoOccurrence(100, 4, together));

    assertThat(tops).containsExactly(List.of(1, 0), List.of(2, 0), List.of(3));
  }

  @Test
  void preferWhatStandsTogetherWithTheTermsBefore() {
    List<String> terms = List.of("a", "b", "c", "d");
    double[] together = {20, 0, 18, 0, 0, 19, 0, 0, 18, 0, 18, 0, 0, 0, 0, 60};
    ThemeProfile theme = new ThemeProfile(50, new double[1], new long[] {20, 19, 18, 0});
    ThemeProfile other = new ThemeProfile(50, new double[1], new long[] {0, 0, 0, 60});

    assertThat(
            TopTerms.of(
                    List.of(theme, other),
                    theme.plus(other),
                    terms,
                    new CoOccurrence(100, 4, together))
                .get(0))
        .containsExactly(0, 2, 1);
  }
}
