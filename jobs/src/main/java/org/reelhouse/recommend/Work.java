package org.reelhouse.recommend;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What an ALS costs: each iteration adds up a matrix of rank² / 2 for each rating, once for its
 * user and once for its title.
 */
final class Work {
  private Work() {}

  static double of(long ratings, int iterations, int rank) {
    return (double) ratings * iterations * rank * rank;
  }

  /** Those that cost no more than asked for, or the cheapest alone. */
  static <T> List<T> affordable(List<T> all, ToDoubleFunction<T> work, double most) {
    List<T> some = all.stream().filter(one -> work.applyAsDouble(one) <= most).toList();
    return some.isEmpty()
        ? all.stream().min(Comparator.comparingDouble(work)).stream().toList()
        : some;
  }
}
