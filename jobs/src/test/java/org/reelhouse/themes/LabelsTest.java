package org.reelhouse.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          20, List.of("love", "high school", "school", "space"), List.of(10L, 5L, 8L, 4L));
  private static final Profile CORPUS = new Profile(20, Vectors.dense(10, 3, 4, 4));
  private static final Profile SCHOOL = new Profile(5, Vectors.dense(2.5, 3, 2.9, 0));

  private final Labels labels = new Labels(VOCABULARY, CORPUS);

  @Test
  void preferDistinctiveTermsToFrequentOnes() {
    assertThat(labels.name(SCHOOL, null).label()).isEqualTo("high school");
  }

  @Test
  void sayNoWordTwice() {
    assertThat(labels.name(SCHOOL, null).terms()).containsExactly(1);
  }

  @Test
  void giveEqualThemesDifferentLabelsAndIdentifiers() {
    Theme first = labels.name(SCHOOL, null);
    Theme second = labels.name(SCHOOL, null);

    assertThat(second.label()).isNotEqualTo(first.label());
    assertThat(second.id()).isNotEqualTo(first.id()).matches("th[0-9a-f]{12}");
  }

  @Test
  void giveTheSameThemeTheSameIdentifierInEveryRun() {
    Theme again = new Labels(VOCABULARY, CORPUS).name(SCHOOL, null);

    assertThat(again.id()).isEqualTo(labels.name(SCHOOL, null).id());
  }
}
