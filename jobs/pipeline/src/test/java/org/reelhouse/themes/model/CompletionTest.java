package org.reelhouse.themes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.themes.corpus.Vocabulary;

class CompletionTest {
  private static final int SUBJECTS = 6;
  private static final int WORDS = 12;
  private static final int TEXTS = 1_200;

  @Test
  void tellsMostWithAsManyThemesAsThereAreSubjects() {
    Completion completion = completion(texts(6));

    double asMany = Completion.mean(completion.gains(SUBJECTS));

    assertThat(asMany)
        .isGreaterThan(Completion.mean(completion.gains(2)))
        .isGreaterThan(Completion.mean(completion.gains(40)))
        .isPositive();
  }

  @Test
  void tellsNothingOfTextsThatHaveNoSubject() {
    Completion completion = completion(texts(0));

    assertThat(Completion.mean(completion.gains(SUBJECTS))).isLessThan(0.02);
  }

  @Test
  void measuresTheTextsHeldOutThatHaveARest() {
    int[][] texts = texts(6);
    texts[0] = new int[] {3};

    assertThat(completion(texts).gains(2)).hasSize(TEXTS / 5 - 1);
  }

  @Test
  void measuresNoMoreThemesThanTheTextsAllow() {
    Completion completion = completion(texts(6));

    assertThat(completion.gains(5_000)).isEqualTo(completion.gains(4_000));
  }

  /** Texts of eight words or fewer, so many of which are of one of the subjects in turn. */
  private static int[][] texts(int ofSubject) {
    Random random = new Random(5);
    return IntStream.range(0, TEXTS)
        .mapToObj(
            text ->
                IntStream.concat(
                        random
                            .ints(ofSubject, 0, WORDS)
                            .map(word -> (text % SUBJECTS) * WORDS + word),
                        random.ints(8 - ofSubject, 0, SUBJECTS * WORDS))
                    .distinct()
                    .sorted()
                    .toArray())
        .toArray(int[][]::new);
  }

  private static Completion completion(int[][] texts) {
    Vocabulary vocabulary =
        new Vocabulary(
            TEXTS,
            IntStream.range(0, SUBJECTS * WORDS).mapToObj(String::valueOf).toList(),
            Collections.nCopies(SUBJECTS * WORDS, 100L));
    return Completion.of(texts, vocabulary, settings(), 1);
  }

  private static ThemesSettings settings() {
    return new ThemesSettings(
        List.of("overview"),
        new ThemesSettings.Count(2, 40),
        2,
        100,
        1,
        0.9,
        3,
        8,
        10_000,
        5,
        20,
        5,
        1,
        2);
  }
}
