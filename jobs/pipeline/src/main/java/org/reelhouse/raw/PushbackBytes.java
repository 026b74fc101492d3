package org.reelhouse.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The bytes of a text in UTF-8, buffered; bytes can be given back, to be read again. */
final class PushbackBytes {
  private static final int BUFFER = 1 << 16;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream stream;
  private final Deque<Chunk> pushed = new ArrayDeque<>();
  private Chunk current;

  /**
   * The bytes behind the three by which some programs mark UTF-8.
   *
   * @throws UnsupportedEncodingException if the text begins as one in UTF-16 or UTF-32 does
   */
  PushbackBytes(InputStream stream) throws IOException {
    this.stream = stream;
    byte[] start = stream.readNBytes(BUFFER);
    if (isWide(start)) {
      throw new UnsupportedEncodingException("it is text in UTF-16 or UTF-32 and not in UTF-8");
    }
    boolean marked = Arrays.equals(start, 0, Math.min(MARK.length, start.length), MARK, 0, 3);
    this.current = new Chunk(start, marked ? MARK.length : 0, start.length);
  }

  /** No text begins with the byte 0; in two or four bytes, most first letters hold one. */
  private static boolean isWide(byte[] start) {
    if (start.length < 2) {
      return false;
    }
    int mark = ((start[0] & 0xff) << 8) + (start[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe || start[0] == 0 || start[1] == 0;
  }

  /** What is buffered and still to be read: of a file just opened, its start. */
  ByteBuffer buffered() {
    return ByteBuffer.wrap(current.bytes, current.position, current.end - current.position);
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

  /** Gives the byte back that was read last. */
  void unread() {
    current.position--;
  }

  /** Gives bytes back, before all that is still to be read. */
  void push(byte[] bytes, int offset, int length) {
    pushed.push(current);
    current = new Chunk(Arrays.copyOfRange(bytes, offset, offset + length), 0, length);
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
