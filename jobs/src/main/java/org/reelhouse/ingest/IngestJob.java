package org.reelhouse.ingest;

import java.util.List;
import java.util.Set;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.lake.Ops;
import org.reelhouse.lake.Table;

/** Lands the files of every source unchanged in the raw zone. */
public final class IngestJob implements Job {

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public String description() {
    return "Lands the files of every source unchanged in the raw zone.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of();
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Ops.INGESTION_LOG);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
