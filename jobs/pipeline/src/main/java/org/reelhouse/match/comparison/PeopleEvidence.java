package org.reelhouse.match.comparison;

/** What the people of two source titles say about their being the same work. */
final class PeopleEvidence {
  private PeopleEvidence() {}

  /**
   * What a number of shared names says.
   *
   * @param least names of the title that has fewer
   */
  static Evidence compare(String what, int shared, int least) {
    if (least == 0) {
      return Evidence.NONE;
    }
    Weight weight =
        shared == 0
            ? Weight.PEOPLE_DIFFERENT
            : shared == 1 && least > 1 ? Weight.PERSON_SHARED : Weight.PEOPLE_SHARED;
    return new Evidence(weight, () -> shared + " of " + least + " " + what);
  }
}
