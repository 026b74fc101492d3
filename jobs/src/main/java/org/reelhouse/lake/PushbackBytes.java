package org.reelhouse.lake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** A buffered stream of bytes to which bytes can be given back, to be read again. */
final class PushbackBytes {
  private static final int BUFFER = 1 << 16;
  private final InputStream stream;
  private final Deque<Chunk> pushed = new ArrayDeque<>();
  private Chunk current = new Chunk(new byte[0], 0, 0);

  PushbackBytes(InputStream stream) {
    this.stream = stream;
  }

  /** The next byte, 0 to 255, or -1 at the end. */
  int read() throws IOException {
    while (current.position == current.end) {
      Chunk next = pushed.poll();
      if (next == null) {
        byte[] buffer = new byte[BUFFER];
        int count = stream.read(buffer);
        if (count < 0) {
          return -1;
        }
        next = new Chunk(buffer, 0, count);
      }
      current = next;
    }
    return current.bytes[current.position++] & 0xff;
  }

  /** Gives bytes back, before all that is still to be read. */
  void push(byte[] bytes, int offset, int length) {
    pushed.push(current);
    current = new Chunk(Arrays.copyOfRange(bytes, offset, offset + length), 0, length);
  }

  /** Passes over the three bytes by which some programs mark UTF-8. */
  void skipByteOrderMark() throws IOException {
    int[] mark = {0xef, 0xbb, 0xbf};
    byte[] seen = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      int next = read();
      if (next != mark[i]) {
        if (next >= 0) {
          current.position--;
        }
        if (i > 0) {
          push(seen, 0, i);
        }
        return;
      }
      seen[i] = (byte) next;
    }
  }

  private static final class Chunk {
    private final byte[] bytes;
    private int position;
    private final int end;

    Chunk(byte[] bytes, int position, int end) {
      this.bytes = bytes;
      this.position = position;
      this.end = end;
    }
  }
}
