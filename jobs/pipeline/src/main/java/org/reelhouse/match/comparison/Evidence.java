package org.reelhouse.match.comparison;

import java.util.function.Supplier;

/**
 * One thing that speaks for or against two source titles being the same work.
 *
 * @param weight natural logarithm of how much likelier it is among equal works than among others
 *     (Fellegi and Sunter 1969); 0 is no evidence
 * @param words the evidence in words and numbers, said only of the few pairs that are kept
 */
record Evidence(double weight, Supplier<String> words) {
  static final Evidence NONE = new Evidence(0, () -> "");

  Evidence(Weight weight, Supplier<String> words) {
    this(weight.value(), words);
  }

  Evidence(Weight weight, String words) {
    this(weight.value(), () -> words);
  }

  Evidence(double weight, String words) {
    this(weight, () -> words);
  }

  String reason() {
    return words.get();
  }
}
