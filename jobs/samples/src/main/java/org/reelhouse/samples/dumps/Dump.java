package org.reelhouse.samples.dumps;

import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.reelhouse.samples.world.Traits;
import org.reelhouse.samples.world.World;

/**
 * A file of lines, some for each work.
 *
 * @param path as in the real dumps; a name that ends in {@code .gz} is compressed
 * @param header first line, if there is one
 */
public record Dump(String path, @Nullable String header, Rows rows) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Writes the lines of one work, none where the dump does not list it. */
  interface Rows extends Serializable {
    void of(World world, Traits traits, Lines lines) throws IOException;
  }

  /** The path of one part where a dump needs several: the globs of the sources match it too. */
  public String part(int number, int of) {
    return part(path, number, of);
  }

  public static String part(String path, int number, int of) {
    if (of == 1) {
      return path;
    }
    boolean compressed = path.endsWith(".gz");
    String name = compressed ? path.substring(0, path.length() - 3) : path;
    return name + String.format(java.util.Locale.ROOT, "-%05d", number) + (compressed ? ".gz" : "");
  }
}
