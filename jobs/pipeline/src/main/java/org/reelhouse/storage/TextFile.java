package org.reelhouse.storage;

import java.io.IOException;
import java.io.Serializable;

/** A text file that knows its content. It is written where Spark runs the task. */
public interface TextFile extends Serializable {

  /** Path below the folder that is written; a name that ends in {@code .gz} is compressed. */
  String path();

  /**
   * Appends the content, piece by piece, so that no file needs to fit in memory.
   *
   * @return how many records the file holds, without its header
   */
  long write(Appendable out) throws IOException;
}
