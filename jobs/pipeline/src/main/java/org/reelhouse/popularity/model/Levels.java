package org.reelhouse.popularity.model;

import java.io.Serializable;

/**
 * Low, Medium and High: the terciles of the log popularity of the titles trained on.
 *
 * @param medium least value that is Medium
 * @param high least value that is High
 */
public record Levels(double medium, double high) implements Serializable {
  public String of(double value) {
    if (value < medium) {
      return "Low";
    }
    return value < high ? "Medium" : "High";
  }
}
