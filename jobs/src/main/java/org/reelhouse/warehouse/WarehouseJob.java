package org.reelhouse.warehouse;

import java.util.List;
import java.util.Set;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Gold;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/** Builds the star schema of dimensions, bridges and facts. */
public final class WarehouseJob implements Job {

  @Override
  public String name() {
    return "warehouse";
  }

  @Override
  public String description() {
    return "Builds the star schema of dimensions, bridges and facts.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(
        Silver.SOURCE_TITLE,
        Silver.SOURCE_CREDIT,
        Silver.TITLE_SOURCE,
        Silver.TITLE,
        Silver.RATING);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.DIM_TITLE,
        Gold.DIM_GENRE,
        Gold.DIM_PERSON,
        Gold.DIM_PLATFORM,
        Gold.DIM_COUNTRY,
        Gold.DIM_LANGUAGE,
        Gold.DIM_DATE,
        Gold.DIM_USER,
        Gold.BRIDGE_TITLE_GENRE,
        Gold.BRIDGE_TITLE_PERSON,
        Gold.BRIDGE_TITLE_COUNTRY,
        Gold.FACT_RATING,
        Gold.FACT_AVAILABILITY,
        Gold.FACT_POPULARITY);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
