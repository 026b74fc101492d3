package org.reelhouse.themes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  private static final List<ThemeProfile> PROFILES =
      List.of(profile(10, 0), profile(0, 10), profile(9, 1), profile(1, 9));

  @Test
  void gathersThemesThatAreAlike() {
    assertThat(Hierarchy.groups(PROFILES, 2)).containsExactly(List.of(0, 2), List.of(1, 3));
  }

  @Test
  void leavesThemesApartWhereThereAreNoMoreThanParents() {
    assertThat(Hierarchy.groups(PROFILES, 9)).hasSize(4);
  }

  private static ThemeProfile profile(double first, double second) {
    return new ThemeProfile(10, new double[] {first, second}, new long[0]);
  }
}
