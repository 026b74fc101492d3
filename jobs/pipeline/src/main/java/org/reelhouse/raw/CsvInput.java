package org.reelhouse.raw;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated files that people write for a command: decisions, judged pairs, users. Quotes are
 * doubled, empty lines and those that begin with # are passed over. Dumps of sources, which may be
 * broken anywhere, are read by {@link DelimitedRecords} instead.
 */
public final class CsvInput {
  private CsvInput() {}

  /**
   * One line of cells.
   *
   * @param number of the line in the file, from 1
   * @param cells null where a cell is empty
   */
  public record Line(long number, List<@Nullable String> cells) {}

  /**
   * All lines, the header first.
   *
   * @throws com.univocity.parsers.common.TextParsingException if the text is no such file
   */
  public static List<Line> read(Reader text) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(text);
    List<Line> lines = new ArrayList<>();
    for (Record row = parser.parseNextRecord(); row != null; row = parser.parseNextRecord()) {
      lines.add(
          new Line(
              parser.getContext().currentLine(),
              Collections.unmodifiableList(Arrays.asList(row.getValues()))));
    }
    return lines;
  }
}
