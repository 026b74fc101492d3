package org.reelhouse.popularity.model;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.reelhouse.popularity.forest.Calibration;
import org.reelhouse.popularity.forest.Forest;
import org.reelhouse.popularity.forest.LaterTitleBias;

/**
 * A forest, the titles it learned from, how far its intervals reach, and how later titles depart
 * from it.
 */
public record Learned(
    Forest forest, TrainingTitles training, Calibration calibration, LaterTitleBias departures)
    implements Serializable {

  /** A prediction of the forest with what the years before the title's tell of its errors. */
  public Forest.Prediction corrected(Forest.Prediction prediction, Row title) {
    return departures.corrected(prediction, title.getAs("release_year"));
  }
}
