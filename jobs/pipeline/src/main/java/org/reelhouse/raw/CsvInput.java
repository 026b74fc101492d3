package org.reelhouse.raw;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.Reader;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated files that people write for a command: decisions, judged pairs, users. Quotes are
 * doubled, empty lines and those that begin with # are passed over. Dumps of sources, which may be
 * broken anywhere, are read by {@link DelimitedRecords} instead.
 */
public final class CsvInput {
  private static final int LONGEST_CELL = 1 << 20;
  private static final int MOST_COLUMNS = 1_000;

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
    return lines(text).toList();
  }

  /**
   * The lines one after another, for a file that may be longer than it should.
   *
   * @throws com.univocity.parsers.common.TextParsingException as the lines are read, if the text is
   *     no such file
   */
  public static Stream<Line> lines(Reader text) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxCharsPerColumn(LONGEST_CELL);
    settings.setMaxColumns(MOST_COLUMNS);
    CsvParser parser = new CsvParser(settings);
    parser.beginParsing(text);
    return Stream.iterate(
            parser.parseNextRecord(), Objects::nonNull, before -> parser.parseNextRecord())
        .map(record -> line(record, parser.getContext().currentLine()));
  }

  private static Line line(Record record, long number) {
    return new Line(number, Collections.unmodifiableList(Arrays.asList(record.getValues())));
  }
}
