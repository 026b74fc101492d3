package org.reelhouse.match;

import java.util.Arrays;
import java.util.List;

/** What the people of two source titles say about their being the same work. */
final class People {
  /** Two chance titles share a person about once in 300 times. */
  private static final double ONE_SHARED = 3.5;

  private static final double MORE_SHARED = 5;

  /** Sources name different parts of a cast and crew, so strangers weigh less. */
  private static final double NONE_SHARED = -3;

  private People() {}

  static Evidence compare(String what, List<String> left, List<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Evidence.NONE;
    }
    long shared = left.stream().filter(name -> isAmong(name, right)).count();
    int least = Math.min(left.size(), right.size());
    double weight = shared == 0 ? NONE_SHARED : shared == 1 && least > 1 ? ONE_SHARED : MORE_SHARED;
    return new Evidence(weight, shared + " of " + least + " " + what);
  }

  /** Family and given name change places between sources ("Miyazaki Hayao"). */
  private static boolean isAmong(String name, List<String> names) {
    return names.contains(name) || names.stream().anyMatch(other -> sameWords(name, other));
  }

  private static boolean sameWords(String name, String other) {
    return name.length() == other.length() && sorted(name).equals(sorted(other));
  }

  private static List<String> sorted(String name) {
    return Arrays.stream(name.split(" ")).sorted().toList();
  }
}
