package org.reelhouse.normalize;

import java.util.List;
import java.util.Set;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Silver;
import org.reelhouse.lake.Table;

/** Makes one clean row of each title of each source. */
public final class NormalizeJob implements Job {

  @Override
  public String name() {
    return "normalize";
  }

  @Override
  public String description() {
    return "Makes one clean row of each title of each source.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Ops.INGESTION_LOG);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Silver.SOURCE_TITLE, Silver.SOURCE_CREDIT, Ops.QUARANTINE, Ops.DATA_QUALITY);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
