package org.reelhouse.popularity;

import java.util.List;
import org.reelhouse.config.InvalidSetting;
import org.reelhouse.config.Require;

/**
 * One unit in which popularity is measured, such as that of TMDB.
 *
 * @param column {@code popularity} or {@code members}: the column of {@code silver.title} that
 *     holds it
 * @param sources whose titles belong to the unit and whose values are in it
 */
public record PopularityUnit(String column, List<String> sources) {
  private static final List<String> COLUMNS = List.of("popularity", "members");

  public PopularityUnit {
    Require.oneOf("column", Require.present("column", column), COLUMNS);
    sources = Require.full("sources", sources);
    if (sources.isEmpty()) {
      throw new InvalidSetting("sources", "must name at least one source");
    }
  }
}
