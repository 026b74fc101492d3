package org.reelhouse.recommend;

/**
 * One measure on held-out ratings.
 *
 * @param model measured, or the baseline
 * @param name such as {@code rmse}
 * @param rows held-out ratings behind it
 */
record Metric(String model, String name, double value, long rows) {}
