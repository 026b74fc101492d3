package org.reelhouse.testing;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.reelhouse.Job;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Table;

/** A job that does what a test says. */
public record ScriptedJob(
    String name, Set<Table> reads, Set<Table> writes, Function<Lake, List<Tally>> work)
    implements Job {

  /** A job that declares tables and does nothing. */
  public static ScriptedJob idle(String name, Set<Table> reads, Set<Table> writes) {
    return new ScriptedJob(name, reads, writes, lake -> List.of());
  }

  @Override
  public String description() {
    return "Does what a test says.";
  }

  @Override
  public List<Tally> run(Lake lake, Settings settings) {
    return work.apply(lake);
  }
}
