package org.reelhouse.models;

import java.util.List;
import org.reelhouse.lake.Lake;

/**
 * What earlier runs and people left in a lake, of all models.
 *
 * @param versions by model and date
 * @param decisions by model and number
 */
record Past(List<Version> versions, List<Decision> decisions) {

  static Past of(Lake lake) {
    return new Past(Version.all(lake), Decision.all(lake));
  }

  /** The names of the models, in order. */
  List<String> models() {
    return versions.stream().map(Version::model).distinct().sorted().toList();
  }
}
