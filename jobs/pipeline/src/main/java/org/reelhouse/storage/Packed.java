package org.reelhouse.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Files as publishers pack them: a name that ends in {@code .gz} stands for gzip. */
public final class Packed {
  private static final int BUFFER = 1 << 16;

  private Packed() {}

  /** The bytes of a file by its name, unpacked. */
  public static InputStream open(InputStream received, String name) throws IOException {
    return name.endsWith(".gz") ? new GZIPInputStream(received, BUFFER) : received;
  }

  /** Why a file cannot be read. Of one that breaks off between blocks, gzip has no words. */
  public static String why(IOException failure) {
    String message = failure.getMessage();
    return message == null ? "it is empty or breaks off" : message;
  }
}
