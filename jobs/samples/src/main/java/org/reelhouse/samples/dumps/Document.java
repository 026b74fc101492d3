package org.reelhouse.samples.dumps;

import java.io.IOException;
import org.reelhouse.samples.SampleFile;

/** A small file whose text is at hand. */
record Document(String path, String text, long records) implements SampleFile {
  private static final long serialVersionUID = 1L;

  @Override
  public long write(Appendable out) throws IOException {
    out.append(text).append('\n');
    return records;
  }
}
