package org.reelhouse.popularity.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.popularity.forest.Learner;

/**
 * The parts of the titles of one unit.
 *
 * @param training those that are not held out
 * @param early those released first, null if no release date is known
 * @param late how many were released after the first
 */
public record Parts(TrainingTitles training, @Nullable TrainingTitles early, long late) {

  /**
   * The parts of each unit that has any training titles, in the order of the units' names.
   *
   * @param summaries as made by {@link TrainingTitles#summaries}
   */
  public static SortedMap<String, Parts> perUnit(List<Row> summaries) {
    SortedMap<String, Parts> units = new TreeMap<>();
    for (Row unit : summaries) {
      TrainingTitles training = TrainingTitles.of(unit.getAs(Learner.TRAINING));
      if (training != null) {
        units.put(
            unit.getAs("unit"),
            new Parts(
                training,
                TrainingTitles.of(unit.getAs(Learner.EARLY)),
                unit.<Row>getAs(Learner.LATE).getAs("titles")));
      }
    }
    return units;
  }
}
