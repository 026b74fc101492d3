package org.reelhouse.ratings;

import java.io.Serializable;
import java.util.List;

/**
 * The scale of a source's ratings.
 *
 * @param lowest rating that a user can give
 * @param highest rating that a user can give
 */
record RatingScale(double lowest, double highest) implements Serializable {

  static RatingScale of(List<Double> ends) {
    return new RatingScale(ends.get(0), ends.get(1));
  }

  boolean holds(double rating) {
    return rating >= lowest && rating <= highest;
  }

  /**
   * The rating on the scale 0 to 10: its share of the highest, so that full marks stay full marks
   * and three stars of five are six of ten.
   */
  double toTen(double rating) {
    return rating * 10 / highest;
  }
}
