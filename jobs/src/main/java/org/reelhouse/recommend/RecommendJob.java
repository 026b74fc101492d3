package org.reelhouse.recommend;

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

/** Recommends titles to every user and finds similar titles. */
public final class RecommendJob implements Job {

  @Override
  public String name() {
    return "recommend";
  }

  @Override
  public String description() {
    return "Recommends titles to every user and finds similar titles.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.RATING, Silver.TITLE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Gold.RECOMMENDATION, Gold.SIMILAR_TITLE, Ops.MODEL_VERSION, Ops.MODEL_METRIC);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
