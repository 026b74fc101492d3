package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reelhouse.samples.SampleFile;
import org.reelhouse.samples.world.Source;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.World;

/**
 * A season of anime as Jikan answers it, with the works of one block.
 *
 * @param block works from {@code block * SEASON}
 */
public record JikanSeason(World world, long block) implements SampleFile {
  private static final long serialVersionUID = 1L;

  @Override
  public String path() {
    return String.format(
        Locale.ROOT,
        "jikan/seasons/%02d-%d-%s.json",
        block + 1,
        world.season(block).getYear(),
        JikanAnswer.season(world.season(block)));
  }

  @Override
  public long write(Appendable out) throws IOException {
    List<Traits> aired = new ArrayList<>();
    long end = Math.min(world.titles, (block + 1) * World.SEASON);
    for (long index = block * World.SEASON; index < end; index++) {
      Traits traits = world.traits(index);
      if (traits.in(Source.JIKAN)) {
        aired.add(traits);
      }
    }
    out.append(JikanAnswer.page(world, aired).toString()).append('\n');
    return aired.size();
  }
}
