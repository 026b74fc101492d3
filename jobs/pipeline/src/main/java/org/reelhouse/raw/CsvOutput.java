package org.reelhouse.raw;

import com.univocity.parsers.common.TextWritingException;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated lines that a command writes for people and other programs. Lines end with a line
 * feed; a cell with commas, quotes or line breaks is quoted, and its quotes are doubled.
 */
public final class CsvOutput implements AutoCloseable {
  private final CsvWriter writer;

  /** An output that writes nothing but the rows it is told; closing it closes the text. */
  public CsvOutput(Writer text) {
    CsvWriterSettings settings = new CsvWriterSettings();
    settings.getFormat().setLineSeparator("\n");
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setQuoteEscapingEnabled(true);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    writer = new CsvWriter(text, settings);
  }

  /**
   * Writes one line; a cell of null is empty.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void row(List<? extends @Nullable Object> cells) {
    try {
      writer.writeRow(cells.toArray());
    } catch (TextWritingException failure) {
      throw unwritten(failure);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IllegalStateException failure) {
      throw unwritten(failure);
    }
  }

  private static UncheckedIOException unwritten(RuntimeException failure) {
    return new UncheckedIOException(
        failure.getCause() instanceof IOException cause ? cause : new IOException(failure));
  }
}
