package org.reelhouse.testing;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.reelhouse.Job;
import org.reelhouse.RunContext;
import org.reelhouse.Tally;
import org.reelhouse.config.Settings;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Table;

/** A job that does what a test says. */
public record ScriptedJob(
    String name,
    Set<Table> reads,
    Set<Table> writes,
    BiFunction<Lake, RunContext, List<Tally>> work)
    implements Job {

  /** A job that declares tables and does nothing. */
  public static ScriptedJob idle(String name, Set<Table> reads, Set<Table> writes) {
    return new ScriptedJob(name, reads, writes, (lake, context) -> List.of());
  }

  @Override
  public String description() {
    return "Does what a test says.";
  }

  @Override
  public List<Tally> run(Lake lake, RunContext context, Settings settings) {
    return work.apply(lake, context);
  }
}
