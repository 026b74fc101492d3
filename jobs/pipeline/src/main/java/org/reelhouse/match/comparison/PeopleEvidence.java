package org.reelhouse.match.comparison;

/** What the people of two source titles say about their being the same work. */
final class PeopleEvidence {
  /** Two chance titles share a person about once in 300 times. */
  private static final double ONE_SHARED = 3.5;

  private static final double MORE_SHARED = 5;

  /** Sources name different parts of a cast and crew, so strangers weigh less. */
  private static final double NONE_SHARED = -3;

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
    double weight = shared == 0 ? NONE_SHARED : shared == 1 && least > 1 ? ONE_SHARED : MORE_SHARED;
    return new Evidence(weight, () -> shared + " of " + least + " " + what);
  }
}
