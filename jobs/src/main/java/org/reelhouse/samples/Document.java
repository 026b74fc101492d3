package org.reelhouse.samples;

import java.io.IOException;
import org.reelhouse.lake.TextFile;

/** A small file whose text is at hand. */
record Document(String path, String text, long records) implements TextFile {
  private static final long serialVersionUID = 1L;

  @Override
  public long write(Appendable out) throws IOException {
    out.append(text).append('\n');
    return records;
  }
}
