package org.reelhouse.trends;

import org.reelhouse.config.Require;

/**
 * How trends are counted.
 *
 * @param alertZScore standard deviations beyond which a change raises an alert
 * @param minTitles titles that a genre and country need within twelve months for an alert
 */
public record TrendsSettings(double alertZScore, int minTitles) {
  public TrendsSettings {
    Require.atLeast("alert-z-score", alertZScore, 0);
    Require.atLeast("min-titles", minTitles, 1);
  }
}
