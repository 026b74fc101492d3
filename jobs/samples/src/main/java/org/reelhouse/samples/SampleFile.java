package org.reelhouse.samples;

import java.io.IOException;
import java.io.Serializable;

/** One file of the dumps, which knows its content, so that any machine can write it. */
public interface SampleFile extends Serializable {

  /** Path below the folder of the dumps; a name that ends in {@code .gz} is to be compressed. */
  String path();

  /**
   * Appends the content, piece by piece, so that no file needs to fit in memory.
   *
   * @return how many records the file holds, without its header
   */
  long write(Appendable out) throws IOException;
}
