package org.reelhouse.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.storage.Packed;

/** The records of one raw file, read in constant memory. */
final class RawFileReader implements Iterator<RawRecord>, AutoCloseable {
  /** A record may hold a cell of tens of megabytes; more is an unclosed quote. */
  private static final int RECORD_LIMIT = 64 << 20;

  private static final int LONGEST_SHOWN = 300;

  /** Gives the next record or null at the end. */
  private interface Source {
    @Nullable RawRecord next() throws IOException;
  }

  private final InputStream stream;
  private final RawSnapshot snapshot;
  private final String file;
  private final Source source;
  private @Nullable RawRecord ahead;

  /**
   * A reader from the first record on.
   *
   * @param received the bytes as received
   * @throws PipelineException if the file cannot be read to its end, is not in UTF-8 or lacks a
   *     required column
   */
  RawFileReader(InputStream received, RawSnapshot snapshot, String file, RawLayout layout) {
    this.snapshot = snapshot;
    this.file = file;
    try {
      this.stream = Packed.open(received, file);
      this.source =
          layout instanceof RawLayout.Delimited delimited
              ? delimited(delimited)
              : json((RawLayout.Json) layout);
    } catch (IOException failure) {
      throw unreadable(failure);
    }
    advance();
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public RawRecord next() {
    RawRecord record = ahead;
    if (record == null) {
      throw new NoSuchElementException();
    }
    advance();
    return record;
  }

  private void advance() {
    try {
      ahead = source.next();
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private PipelineException unreadable(IOException failure) {
    return new PipelineException(
        "Cannot read %s of %s: %s. %s"
            .formatted(
                file,
                snapshot.input(),
                Packed.why(failure),
                failure instanceof UnsupportedEncodingException
                    ? "Convert the file, as iconv does, and ingest it again."
                    : "Remove its snapshot and ingest a whole copy."),
        failure);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private Source json(RawLayout.Json layout) throws IOException {
    JsonRecords records = new JsonRecords(stream, layout.arrays(), RECORD_LIMIT);
    return () -> {
      JsonRecords.Element record = records.next();
      return record == null
          ? null
          : raw(record.number(), record.text(), List.of(), record.json(), record.problem());
    };
  }

  private Source delimited(RawLayout.Delimited layout) throws IOException {
    DelimitedRecords records = new DelimitedRecords(stream, layout.separator(), RECORD_LIMIT);
    List<String> columns = new ArrayList<>(layout.required());
    columns.addAll(layout.optional());
    int[] places;
    int width;
    if (layout.header()) {
      DelimitedRecords.CellRecord header = records.next();
      if (header == null) {
        return () -> null;
      }
      places = places(columns, layout.required(), header);
      width = header.cells().size();
    } else {
      places = new int[columns.size()];
      Arrays.setAll(places, place -> place);
      width = columns.size();
    }
    return () -> {
      DelimitedRecords.CellRecord record = records.next();
      return record == null ? null : raw(record, places, width);
    };
  }

  private int[] places(
      List<String> columns, List<String> required, DelimitedRecords.CellRecord header) {
    if (header.problem() != null) {
      throw new PipelineException(
          "Cannot read %s of %s: its header cannot be read (%s): %s. Correct the file."
              .formatted(file, snapshot.input(), header.problem(), shortened(header.text())));
    }
    Map<String, Integer> named = new HashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      named.putIfAbsent(header.cells().get(i).strip(), i);
    }
    List<String> missing = required.stream().filter(name -> !named.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new PipelineException(
          "Cannot read %s of %s: its header lacks %s and has %s. Correct the file, or the format of the dataset in the settings."
              .formatted(file, snapshot.input(), missing, shortened(header.cells().toString())));
    }
    return columns.stream().mapToInt(name -> named.getOrDefault(name, -1)).toArray();
  }

  /** What stands in the place of a header may be a file of megabytes in one line. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + " …";
  }

  private RawRecord raw(DelimitedRecords.CellRecord record, int[] places, int width) {
    String problem = record.problem();
    if (problem == null && record.cells().size() != width) {
      problem = "%d cells where %d are expected".formatted(record.cells().size(), width);
    }
    List<@Nullable String> cells = problem == null ? cells(record.cells(), places) : List.of();
    return raw(record.line(), record.text(), cells, null, problem);
  }

  private static List<@Nullable String> cells(List<String> cells, int[] places) {
    List<@Nullable String> placed = new ArrayList<>(places.length);
    for (int place : places) {
      String cell = place < 0 ? "" : cells.get(place);
      placed.add(cell.isEmpty() ? null : cell);
    }
    return placed;
  }

  private RawRecord raw(
      long line,
      String text,
      List<@Nullable String> cells,
      @Nullable JsonNode json,
      @Nullable String problem) {
    return new RawRecord(
        snapshot.source(),
        snapshot.dataset(),
        snapshot.date(),
        file,
        line,
        text,
        cells,
        json,
        problem);
  }
}
