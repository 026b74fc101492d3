package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

class ComparisonPropertyTest {

  @Law
  void isSymmetric(@ForAll Listing one, @ForAll Listing other, @ForAll int namesakes) {
    Comparison there = Comparison.of(one.profile(), other.profile(), namesakes);
    Comparison back = Comparison.of(other.profile(), one.profile(), namesakes);

    assertThat(back.score()).isEqualTo(there.score());
    assertThat(back.linked()).isEqualTo(there.linked());
  }

  @Law
  void givesAProbability(@ForAll Listing one, @ForAll Listing other) {
    assertThat(Comparison.of(one.profile(), other.profile(), 1).probability()).isBetween(0.0, 1.0);
  }

  @Law
  void isNotMovedByAValueThatTheOtherSideLacks(
      @ForAll Listing one, @ForAll Listing other, @ForAll("optional") String column) {
    Listing lacking = other.without(column);
    Assume.that(!column.equals("release_year") || lacking.profile().year() == null);

    double known = Comparison.of(one.profile(), lacking.profile(), 1).score();
    double unknown = Comparison.of(one.without(column).profile(), lacking.profile(), 1).score();

    assertThat(known).isEqualTo(unknown);
  }

  @Provide
  Arbitrary<String> optional() {
    return Arbitraries.of(
        "release_year",
        "runtime_minutes",
        "seasons",
        "episodes",
        "collection",
        "score",
        "members",
        "original_language",
        "countries",
        "genres",
        "directors",
        "cast",
        "external_ids");
  }

  @Law
  void givesUpOnlyOnWhatIsBelowTheFloor(@ForAll Listing one, @ForAll Listing other) {
    Comparison whole = Comparison.of(one.profile(), other.profile(), 1);

    assertThat(Comparison.of(one.profile(), other.profile(), 1, whole.score())).isNotNull();
    assertThat(Comparison.of(one.profile(), other.profile(), 1, Math.nextUp(whole.score())))
        .isNull();
  }
}
