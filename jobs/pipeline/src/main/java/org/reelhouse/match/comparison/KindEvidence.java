package org.reelhouse.match.comparison;

import org.reelhouse.reference.Kind;

/** What the kinds of two source titles say about their being the same work. */
final class KindEvidence {
  private KindEvidence() {}

  static Evidence compare(Kind left, Kind right) {
    if (left == Kind.UNKNOWN || right == Kind.UNKNOWN) {
      return Evidence.NONE;
    }
    if (left == right) {
      return new Evidence(equal(left), () -> "both " + left.text());
    }
    boolean inOrder = left.compareTo(right) < 0;
    return new Evidence(
        different(inOrder ? left : right, inOrder ? right : left),
        () -> "kind " + left.text() + " and " + right.text());
  }

  private static Weight equal(Kind kind) {
    return switch (kind) {
      case MOVIE -> Weight.MOVIES;
      case SERIES -> Weight.SERIES;
      case EPISODE -> Weight.EPISODES;
      default -> Weight.RARE_KIND_EQUAL;
    };
  }

  /** The second is declared after the first. */
  private static Weight different(Kind first, Kind second) {
    return switch (first) {
      case MOVIE -> movieAnd(second);
      case SERIES -> seriesAnd(second);
      case SPECIAL -> specialAnd(second);
      case OVA -> second == Kind.ONA ? Weight.ONA_AND_OVA : Weight.OTHER_KINDS;
      default -> Weight.OTHER_KINDS;
    };
  }

  private static Weight movieAnd(Kind other) {
    return switch (other) {
      case SERIES -> Weight.MOVIE_AND_SERIES;
      case SPECIAL -> Weight.MOVIE_AND_SPECIAL;
      case OVA -> Weight.MOVIE_AND_OVA;
      case ONA -> Weight.MOVIE_AND_ONA;
      case SHORT -> Weight.MOVIE_AND_SHORT;
      case EPISODE -> Weight.EPISODE_AND_MOVIE;
      default -> Weight.OTHER_KINDS;
    };
  }

  private static Weight seriesAnd(Kind other) {
    return switch (other) {
      case SPECIAL -> Weight.SERIES_AND_SPECIAL;
      case OVA -> Weight.OVA_AND_SERIES;
      case ONA -> Weight.ONA_AND_SERIES;
      case SHORT -> Weight.SERIES_AND_SHORT;
      case EPISODE -> Weight.EPISODE_AND_SERIES;
      default -> Weight.OTHER_KINDS;
    };
  }

  private static Weight specialAnd(Kind other) {
    return switch (other) {
      case OVA -> Weight.OVA_AND_SPECIAL;
      case ONA -> Weight.ONA_AND_SPECIAL;
      case EPISODE -> Weight.EPISODE_AND_SPECIAL;
      default -> Weight.OTHER_KINDS;
    };
  }
}
