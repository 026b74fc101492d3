package org.reelhouse.raw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into records and cells as RFC 4180 has it, and goes on after what is
 * broken.
 *
 * <p>A record ends at a line feed outside quotes, or at a carriage return where a file has no line
 * feed near its start. A cell that begins with {@code "} is quoted: it may hold separators, line
 * breaks and doubled quotes. When a record that spans lines turns out broken (its quote never
 * closes, text follows the closing quote, or it outgrows the limit), only its first line is the
 * broken record and reading goes on at the next line, so that one stray quote does not swallow the
 * rows below it. Memory is bounded by the limit.
 */
final class DelimitedRecords {
  private static final byte LINE_FEED = '\n';
  private static final byte CARRIAGE_RETURN = '\r';
  private static final int QUOTE = '"';

  private final PushbackBytes bytes;
  private final byte[] separator;
  private final byte separatorEnd;
  private final int limit;
  private final byte lineEnd;
  private long line = 1;

  /**
   * Records of a stream.
   *
   * @param separator between cells, at least one character
   * @param limit bytes that a record may have
   * @throws java.io.UnsupportedEncodingException if the text is plainly not in UTF-8
   */
  DelimitedRecords(InputStream stream, String separator, int limit) throws IOException {
    this.bytes = new PushbackBytes(stream);
    this.separator = separator.getBytes(StandardCharsets.UTF_8);
    this.separatorEnd = this.separator[this.separator.length - 1];
    this.limit = limit;
    this.lineEnd = lineEnd(bytes.buffered());
  }

  /** Spreadsheets of the old Mac end lines by carriage returns alone. */
  private static byte lineEnd(ByteBuffer start) {
    boolean quoted = false;
    boolean returns = false;
    while (start.hasRemaining()) {
      byte next = start.get();
      quoted ^= next == QUOTE;
      if (next == LINE_FEED && !quoted) {
        return LINE_FEED;
      }
      returns |= next == CARRIAGE_RETURN && !quoted && start.hasRemaining();
    }
    return returns ? CARRIAGE_RETURN : LINE_FEED;
  }

  /**
   * One record.
   *
   * @param line its first line, from 1
   * @param text as received, without the line break at its end; bytes that are not UTF-8 read as
   *     U+FFFD
   * @param cells empty cells are empty texts; no cells if there is a problem
   * @param problem why the record is broken, or null
   */
  record CellRecord(long line, String text, List<String> cells, @Nullable String problem) {}

  /** The next record, or null at the end; lines without any character are passed over. */
  @Nullable CellRecord next() throws IOException {
    while (true) {
      long first = line;
      Scan scan = scan();
      if (scan.length() == 0) {
        if (scan.atEnd) {
          return null;
        }
        continue;
      }
      return scan.problem == null ? whole(first, scan) : broken(first, scan);
    }
  }

  private CellRecord whole(long first, Scan scan) {
    List<String> cells = new ArrayList<>(scan.ends.size());
    int start = 0;
    for (int end : scan.ends) {
      String cell = decode(scan.bytes, start, end - start);
      if (cell == null) {
        return new CellRecord(first, scan.text(), List.of(), "bytes that are not UTF-8");
      }
      cells.add(unquoted(cell));
      start = end + separator.length;
    }
    return new CellRecord(first, scan.text(), cells, null);
  }

  /** The first line alone is broken; what was read beyond it is read again. */
  private CellRecord broken(long first, Scan scan) {
    int end = 0;
    while (end < scan.length && scan.bytes[end] != lineEnd) {
      end++;
    }
    if (end < scan.length) {
      int rest = end + 1;
      if (!scan.atEnd && scan.endedByLineEnd) {
        bytes.push(new byte[] {lineEnd}, 0, 1);
      }
      bytes.push(scan.bytes, rest, scan.length - rest);
      line = first + 1;
    }
    String text = new String(scan.bytes, 0, end, StandardCharsets.UTF_8);
    return new CellRecord(first, withoutCarriageReturn(text), List.of(), scan.problem);
  }

  private static String withoutCarriageReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static @Nullable String decode(byte[] bytes, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (bytes[i] < 0) {
        return decodeStrictly(bytes, start, length);
      }
    }
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }

  private static @Nullable String decodeStrictly(byte[] bytes, int start, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  private static String unquoted(String cell) {
    if (cell.length() < 2 || cell.charAt(0) != QUOTE) {
      return cell;
    }
    String inside = cell.substring(1, cell.length() - 1);
    return inside.indexOf(QUOTE) < 0 ? inside : inside.replace("\"\"", "\"");
  }

  private Scan scan() throws IOException {
    Scan scan = new Scan();
    while (!scan.done) {
      int next = bytes.read();
      if (next < 0) {
        scan.end();
      } else {
        scan.take((byte) next);
      }
    }
    return scan;
  }

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE,
    BROKEN
  }

  /** The bytes of one record as they come. */
  private final class Scan {
    private byte[] bytes = new byte[256];
    private int length;
    private final List<Integer> ends = new ArrayList<>();
    private int cellStart;
    private State state = State.CELL_START;
    private int closed;
    private boolean spansLines;
    private boolean done;
    private boolean atEnd;
    private boolean endedByLineEnd;
    private @Nullable String problem;

    private void take(byte next) {
      if (next == lineEnd && endLine()) {
        return;
      }
      append(next);
      state = after(next);
      if (state == State.BROKEN) {
        problem = "text follows a closing quote";
        done = spansLines;
      } else if (next == separatorEnd && state != State.QUOTED && endsWithSeparator()) {
        ends.add(length - separator.length);
        cellStart = length;
        closed = 0;
        state = State.CELL_START;
      }
      if (length > limit) {
        fail("longer than " + limit + " bytes; a quote may not be closed");
      }
    }

    /** Whether the record ends with the line. */
    private boolean endLine() {
      line++;
      if (state == State.QUOTED) {
        spansLines = true;
        return false;
      }
      endedByLineEnd = true;
      finish();
      return true;
    }

    private State after(byte next) {
      return switch (state) {
        case CELL_START -> next == QUOTE ? State.QUOTED : State.PLAIN;
        case PLAIN -> State.PLAIN;
        case QUOTED -> next == QUOTE ? State.AFTER_QUOTE : State.QUOTED;
        case AFTER_QUOTE -> next == QUOTE ? State.QUOTED : afterQuote(next);
        case BROKEN -> State.BROKEN;
      };
    }

    /** Told at once, for the quote may have been opened millions of lines ago. */
    private State afterQuote(byte next) {
      closed++;
      boolean separating = closed <= separator.length && next == separator[closed - 1];
      return separating || next == '\r' ? State.AFTER_QUOTE : State.BROKEN;
    }

    private boolean endsWithSeparator() {
      return length - cellStart >= separator.length
          && Arrays.equals(
              bytes, length - separator.length, length, separator, 0, separator.length);
    }

    private void end() {
      atEnd = true;
      if (state == State.QUOTED) {
        fail("a quote is not closed");
      } else {
        finish();
      }
    }

    private void finish() {
      if (length > cellStart && bytes[length - 1] == '\r') {
        length--;
      }
      ends.add(length);
      done = true;
      if (problem == null && textFollowsAQuote()) {
        problem = "text follows a closing quote";
      }
    }

    private boolean textFollowsAQuote() {
      int start = 0;
      for (int end : ends) {
        if (end > start && bytes[start] == QUOTE && (end - start < 2 || bytes[end - 1] != QUOTE)) {
          return true;
        }
        start = end + separator.length;
      }
      return false;
    }

    private void fail(String why) {
      problem = why;
      done = true;
    }

    private void append(byte next) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, length * 2);
      }
      bytes[length++] = next;
    }

    private int length() {
      return length;
    }

    private String text() {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
  }
}
