package org.reelhouse.samples.dumps;

import java.io.IOException;
import org.reelhouse.samples.SampleFile;
import org.reelhouse.samples.world.World;

/**
 * One part of a dump.
 *
 * @param from first work
 * @param to the work after the last
 */
public record DumpFile(World world, Dump dump, String path, long from, long to)
    implements SampleFile {
  private static final long serialVersionUID = 1L;

  @Override
  public long write(Appendable out) throws IOException {
    if (dump.header() != null) {
      out.append(dump.header()).append('\n');
    }
    Lines lines = new Lines(out);
    for (long index = from; index < to; index++) {
      dump.rows().of(world, world.traits(index), lines);
    }
    return lines.records();
  }
}
