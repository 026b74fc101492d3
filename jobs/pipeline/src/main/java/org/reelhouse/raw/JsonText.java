package org.reelhouse.raw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of JSON into values by brackets and quotes alone, sound or not, so that one broken
 * value does not hide those behind it.
 *
 * <p>A text ends with its line even if its quote is not closed. A closing bracket closes what was
 * left open inside of it. A brace where the key of an object should be begins another value. Memory
 * is bounded by the limit.
 */
final class JsonText {
  private static final String LINE_ENDS = "\n\r";
  private static final String ENDS_IN_ARRAY = ",[]{}" + LINE_ENDS;

  private final PushbackBytes bytes;
  private final int limit;
  private long line = 1;
  private long column;
  private int previous;

  /**
   * The values of a stream.
   *
   * @param limit bytes that a value may have
   * @throws java.io.UnsupportedEncodingException if the text is plainly not in UTF-8
   */
  JsonText(InputStream stream, int limit) throws IOException {
    this.bytes = new PushbackBytes(stream);
    this.limit = limit;
  }

  /** The first byte of what is next, blanks and commas passed over; -1 at the end. */
  int ahead() throws IOException {
    int next = read();
    while (next == ',' || isBlank(next)) {
      next = read();
    }
    if (next >= 0) {
      unread();
    }
    return next;
  }

  /**
   * The document that is ahead: an object up to its end, or up to the array with one of these
   * names; the bracket of an array; or else a line.
   */
  Cut document(List<String> arrays) throws IOException {
    int ahead = ahead();
    Cut cut = new Cut();
    if (ahead == '{') {
      cut.takeContainer(arrays);
    } else if (ahead == '[') {
      cut.append((byte) read());
      cut.opensArray = true;
    } else {
      cut.takeScalar(LINE_ENDS);
    }
    return cut;
  }

  /** The element of an array that is ahead. */
  Cut element() throws IOException {
    int ahead = ahead();
    Cut cut = new Cut();
    if (ahead == '{' || ahead == '[') {
      cut.takeContainer(List.of());
    } else {
      cut.takeScalar(ENDS_IN_ARRAY);
    }
    return cut;
  }

  /** Takes the end of a document whose array is at its end, without the elements of that. */
  void finish(Cut document) throws IOException {
    document.append((byte) read());
    if (document.depth > 0) {
      document.takeContainer(List.of());
    }
  }

  private int read() throws IOException {
    int next = bytes.read();
    boolean newLine = previous == '\r' ? next != '\n' : previous == '\n';
    if (newLine) {
      line++;
      column = 0;
    }
    column++;
    previous = next;
    return next;
  }

  /** Only what ends no line may be given back. */
  private void unread() {
    bytes.unread();
    column--;
    previous = 0;
  }

  private static boolean isBlank(int next) {
    return next >= 0 && next <= ' ';
  }

  /** A value as it stands in the file, or what stands in the place of one. */
  final class Cut {
    private final long firstLine = line;
    private final long firstColumn = column + 1;
    private byte[] text = new byte[256];
    private int length;
    private byte[] open = new byte[16];
    private int depth;
    private boolean quoted;
    private boolean escaped;
    private int keyStart;
    private int keyEnd;
    private int last;
    private boolean opensArray;

    private Cut() {}

    /** Whether it ends with the bracket that opens the array with one of the names. */
    boolean opensArray() {
      return opensArray;
    }

    byte[] bytes() {
      return Arrays.copyOf(text, length);
    }

    /** The line in the file on which it begins, from 1. */
    long firstLine() {
      return firstLine;
    }

    /** The byte of that line with which it begins, from 1. */
    long firstColumn() {
      return firstColumn;
    }

    private void takeContainer(List<String> arrays) throws IOException {
      for (int next = read(); next >= 0; next = read()) {
        if (!quoted && belongsElsewhere(next)) {
          unread();
          return;
        }
        append((byte) next);
        if (next == '[' && !quoted && depth == 1 && last == ':' && arrays.contains(key())) {
          opensArray = true;
          return;
        }
        follow((byte) next);
        if (depth == 0) {
          return;
        }
      }
    }

    private void takeScalar(String ends) throws IOException {
      for (int next = read(); next >= 0; next = read()) {
        if (length > 0 && !quoted && ends.indexOf(next) >= 0) {
          if (LINE_ENDS.indexOf(next) < 0) {
            unread();
          }
          return;
        }
        append((byte) next);
        follow((byte) next);
      }
    }

    private boolean belongsElsewhere(int next) {
      return switch (next) {
        case '{' -> depth == 1 && open[0] == '{' && last != ':';
        case '}' -> !isOpen('{');
        case ']' -> !isOpen('[');
        default -> false;
      };
    }

    private boolean isOpen(char bracket) {
      for (int i = 0; i < depth; i++) {
        if (open[i] == bracket) {
          return true;
        }
      }
      return false;
    }

    private void follow(byte next) {
      if (quoted) {
        followQuoted(next);
        return;
      }
      switch (next) {
        case '"' -> quote();
        case '{', '[' -> push(next);
        case '}' -> popThrough('{');
        case ']' -> popThrough('[');
        default -> {}
      }
      if (!isBlank(next)) {
        last = next;
      }
    }

    private void quote() {
      quoted = true;
      escaped = false;
      if (depth == 1) {
        keyStart = length;
      }
    }

    private void followQuoted(byte next) {
      boolean ends = LINE_ENDS.indexOf(next) >= 0 || (next == '"' && !escaped);
      escaped = next == '\\' && !escaped;
      if (ends) {
        quoted = false;
        if (depth == 1) {
          keyEnd = length - 1;
        }
      }
    }

    private String key() {
      return new String(text, keyStart, keyEnd - keyStart, StandardCharsets.UTF_8);
    }

    private void push(byte bracket) {
      if (depth == open.length) {
        open = Arrays.copyOf(open, 2 * depth);
      }
      open[depth++] = bracket;
    }

    /** In a scalar nothing is open. */
    private void popThrough(char bracket) {
      while (depth > 0 && open[depth - 1] != bracket) {
        depth--;
      }
      depth = Math.max(0, depth - 1);
    }

    private void append(byte next) throws IOException {
      if (length == limit) {
        throw new IOException(
            "the value on line %d is longer than %d bytes".formatted(firstLine, limit));
      }
      if (length == text.length) {
        text = Arrays.copyOf(text, Math.min(limit, 2 * length));
      }
      text[length++] = next;
    }
  }
}
