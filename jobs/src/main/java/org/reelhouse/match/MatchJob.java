package org.reelhouse.match;

import java.util.List;
import java.util.Set;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/** Finds which source titles are the same work and makes one title of them. */
public final class MatchJob implements Job {

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String description() {
    return "Finds which source titles are the same work and makes one title of them.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.SOURCE_TITLE, Silver.TITLE_SOURCE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Silver.MATCH, Silver.TITLE_SOURCE, Silver.TITLE, Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
