package org.reelhouse.themes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.themes.catalogue.ThemeLineage.Ancestor;

class ThemeLabelsTest {
  private static final List<String> WORDS = List.of("school", "student", "teacher", "class");

  private final ThemeLabels labels = new ThemeLabels(List.of());

  @Test
  void areTheBestTerms() {
    assertThat(labels.label(WORDS, null)).isEqualTo("school, student, teacher");
  }

  @Test
  void ofEqualThemesDiffer() {
    List<String> ids = List.of(labels.id(WORDS, null), labels.id(WORDS, null));
    List<String> names =
        List.of(labels.label(WORDS, null), labels.label(WORDS, null), labels.label(WORDS, null));

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("th[0-9a-f]{12}"));
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void giveTheSameTermsTheSameIdentifierInEveryRun() {
    String again =
        new ThemeLabels(List.of()).id(List.of("class", "teacher", "student", "school"), null);

    assertThat(again).isEqualTo(labels.id(WORDS, null));
  }

  @Test
  void stayWhileTheirTermsAreOnTop() {
    Ancestor ancestor = new Ancestor("th1", "class, school", 9, null);
    Ancestor other = new Ancestor("th2", "class, exam", 9, null);

    assertThat(labels.label(WORDS, ancestor)).isEqualTo("class, school");
    assertThat(labels.label(WORDS, other)).isEqualTo("school, student, teacher");
    assertThat(labels.id(WORDS, ancestor)).isEqualTo("th1");
  }

  @Test
  void giveNoNewThemeTheIdentifierOfAnOldOne() {
    String old = labels.id(WORDS, null);

    ThemeLabels next = new ThemeLabels(List.of(new Ancestor(old, "other", 9, null)));

    assertThat(next.id(WORDS, null)).isNotEqualTo(old);
  }
}
