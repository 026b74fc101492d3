package org.reelhouse.match;

/**
 * One thing that speaks for or against two source titles being the same work.
 *
 * @param weight natural logarithm of how much likelier it is among equal works than among others
 *     (Fellegi and Sunter 1969); 0 is no evidence
 * @param reason the evidence in words and numbers
 */
record Evidence(double weight, String reason) {
  static final Evidence NONE = new Evidence(0, "");
}
