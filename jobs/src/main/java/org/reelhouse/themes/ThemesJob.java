package org.reelhouse.themes;

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

/** Finds themes in the overviews of titles. */
public final class ThemesJob implements Job {

  @Override
  public String name() {
    return "themes";
  }

  @Override
  public String description() {
    return "Finds themes in the overviews of titles.";
  }

  @Override
  public Set<Table> reads() {
    return Set.of(Silver.TITLE);
  }

  @Override
  public Set<Table> writes() {
    return Set.of(Gold.THEME, Gold.TITLE_THEME, Ops.MODEL_VERSION, Ops.MODEL_METRIC);
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    throw new UnsupportedOperationException();
  }
}
