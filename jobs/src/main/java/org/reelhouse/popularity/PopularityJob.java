package org.reelhouse.popularity;

import java.util.List;
import java.util.Set;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Gold;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/** Predicts the popularity of titles from what is known before release. */
public final class PopularityJob implements Job {

  @Override
  public String name() {
    return "popularity";
  }

  @Override
  public String description() {
    return "Predicts the popularity of titles from what is known before release.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.TITLE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(
        Gold.POPULARITY_PREDICTION, Gold.POPULARITY_DRIVER, Ops.MODEL_VERSION, Ops.MODEL_METRIC);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
