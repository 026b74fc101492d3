package org.reelhouse.raw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stream that keeps what was read of it until that is forgotten, and can be read again. */
final class Window extends InputStream {
  private static final int BUFFER = 1 << 16;

  private final InputStream stream;
  private byte[] bytes = new byte[2 * BUFFER];
  private int length;

  /** Place in the file of the first byte that is kept. */
  private long first;

  private long position;

  Window(InputStream stream) {
    this.stream = stream;
  }

  @Override
  public int read() throws IOException {
    return isKept(position) || fill() ? at(position++) & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int offset, int count) throws IOException {
    if (!isKept(position) && !fill()) {
      return -1;
    }
    int copied = (int) Math.min(count, end() - position);
    System.arraycopy(bytes, (int) (position - first), to, offset, copied);
    position += copied;
    return copied;
  }

  private boolean isKept(long place) {
    return place < end();
  }

  private byte at(long place) {
    return bytes[(int) (place - first)];
  }

  /** Place behind the last byte that is kept. */
  long end() {
    return first + length;
  }

  private boolean fill() throws IOException {
    if (length + BUFFER > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int count = stream.read(bytes, length, BUFFER);
    length += Math.max(0, count);
    return count > 0;
  }

  /** Forgets what stands before a place, if it is worth the while. */
  void forget(long before) {
    int gone = (int) (before - first);
    if (gone > BUFFER) {
      System.arraycopy(bytes, gone, bytes, 0, length - gone);
      length -= gone;
      first += gone;
    }
  }

  /** Reads on from a place that is kept. */
  void seek(long place) {
    position = place;
  }

  /** What stands between two places that are kept. */
  String text(long from, long to) {
    return new String(bytes, (int) (from - first), (int) (to - from), StandardCharsets.UTF_8);
  }

  /** The next place of a byte, -1 if there is none. */
  long find(byte wanted, long from) throws IOException {
    long place = from;
    while (isKept(place) || fill()) {
      if (at(place) == wanted) {
        return place;
      }
      place++;
    }
    return -1;
  }

  /** The next place at which neither a blank nor a comma stands. */
  long behindCommas(long from) throws IOException {
    long place = from;
    while ((isKept(place) || fill()) && isBetween(at(place))) {
      place++;
    }
    return place;
  }

  private static boolean isBetween(byte next) {
    return next == ',' || (next >= 0 && next <= ' ');
  }
}
