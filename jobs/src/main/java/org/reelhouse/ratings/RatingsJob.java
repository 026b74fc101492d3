package org.reelhouse.ratings;

import java.util.List;
import java.util.Set;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/** Brings the ratings of all sources onto titles and one scale. */
public final class RatingsJob implements Job {

  @Override
  public String name() {
    return "ratings";
  }

  @Override
  public String description() {
    return "Brings the ratings of all sources onto titles and one scale.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Ops.INGESTION_LOG, Silver.TITLE_SOURCE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Silver.RATING, Ops.QUARANTINE);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
