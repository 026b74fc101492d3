package org.reelhouse.samples.dumps;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Appends the lines of a dump and counts its records. */
final class Lines {
  private final Appendable out;
  private long records;

  Lines(Appendable out) {
    this.out = out;
  }

  long records() {
    return records;
  }

  /** A record of comma-separated cells, quoted where they must be; null is an empty cell. */
  void csv(@Nullable Object... cells) throws IOException {
    separated(',', cells);
  }

  /** A record of cells between tabs. */
  void tabs(@Nullable Object... cells) throws IOException {
    separated('\t', cells);
  }

  /** A record as it stands. */
  void raw(String line) throws IOException {
    out.append(line).append('\n');
    records++;
  }

  private void separated(char separator, @Nullable Object... cells) throws IOException {
    for (int cell = 0; cell < cells.length; cell++) {
      if (cell > 0) {
        out.append(separator);
      }
      append(cells[cell] == null ? "" : String.valueOf(cells[cell]), separator);
    }
    out.append('\n');
    records++;
  }

  private void append(String text, char separator) throws IOException {
    boolean quoted =
        text.indexOf(separator) >= 0
            || text.indexOf('"') >= 0
            || text.indexOf('\n') >= 0
            || text.indexOf('\r') >= 0;
    out.append(quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
  }
}
