package org.reelhouse.normalize;

import com.univocity.parsers.common.TextParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.formats.CatalogueCsv;
import org.reelhouse.normalize.merge.DraftRecord;
import org.reelhouse.normalize.merge.MergedTitle;
import org.reelhouse.raw.CsvInput;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.reference.Kind;
import org.reelhouse.tables.Silver;

/**
 * One file in {@code catalogue-csv}, read outside of any lake. Beyond the format, a kind may be
 * {@code episode} (then {@code seasons} and {@code episodes} are its numbers) or empty, which reads
 * as {@link Kind#UNKNOWN}.
 *
 * @param titles rows of {@code silver.source_title}, in the order of the file
 * @param rejected what could not be read, and why
 */
public record CatalogueFile(List<Row> titles, List<Rejected> rejected) {

  /**
   * A record that could not be read.
   *
   * @param id its {@code source_id}, empty if it has none
   */
  public record Rejected(String id, long line, String why) {}

  private static final Set<String> EPISODES = Set.of("episode", "tv episode", "tvepisode");
  private static final int SOURCE_ID = Silver.SOURCE_TITLE.schema().fieldIndex("source_id");
  private static final int KIND = CatalogueCsv.COLUMNS.required().indexOf("kind");

  /** The {@code source_id} of every record, also of those that could not be read. */
  public Set<String> ids() {
    return Stream.concat(
            titles.stream().map(title -> title.getString(SOURCE_ID)),
            rejected.stream().map(Rejected::id))
        .collect(Collectors.toSet());
  }

  /**
   * Reads a file.
   *
   * @param source the name of the source whose catalogue it is
   * @throws PipelineException if there is no such file, or it lacks a required column
   */
  public static CatalogueFile read(Path file, String source) {
    try {
      return read(CsvInput.read(new StringReader(Files.readString(file))), file, source);
    } catch (CharacterCodingException failure) {
      throw unreadable(file, "it is no text in UTF-8", failure);
    } catch (IOException failure) {
      throw unreadable(file, "no such readable file", failure);
    } catch (TextParsingException failure) {
      throw unreadable(file, "no such layout", failure);
    }
  }

  private static PipelineException unreadable(Path file, String why, Exception failure) {
    return new PipelineException(
        "Cannot read %s: %s. Name a file of comma-separated values in UTF-8.".formatted(file, why),
        failure);
  }

  private static CatalogueFile read(List<CsvInput.Line> lines, Path file, String source) {
    if (lines.isEmpty()) {
      throw new PipelineException(
          "Cannot read %s: it is empty. Give it a header of columns.".formatted(file));
    }
    int[] places = places(lines.get(0).cells(), file);
    List<Row> titles = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (CsvInput.Line line : lines.subList(1, lines.size())) {
      RawRecord record = record(line, places, file, source);
      try {
        titles.add(title(record, source));
      } catch (Rejection rejection) {
        String id = CatalogueCsv.COLUMNS.text(record, "source_id");
        rejected.add(
            new Rejected(
                id == null ? "" : id, record.line(), String.valueOf(rejection.getMessage())));
      }
    }
    return new CatalogueFile(titles, rejected);
  }

  private static int[] places(List<@Nullable String> header, Path file) {
    List<String> names = header.stream().map(CatalogueFile::name).toList();
    List<String> required = CatalogueCsv.COLUMNS.required();
    List<String> missing = required.stream().filter(name -> !names.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new PipelineException(
          "Cannot read %s: its header lacks %s and has %s. Name the columns as in docs/guide/sources.md, Our own layout."
              .formatted(file, missing, names));
    }
    List<String> columns = new ArrayList<>(required);
    columns.addAll(CatalogueCsv.COLUMNS.optional());
    return columns.stream().mapToInt(names::indexOf).toArray();
  }

  /** The name of a column, without the byte-order mark that some programs begin a file with. */
  private static String name(@Nullable String header) {
    return header == null ? "" : header.replace("\uFEFF", "").strip();
  }

  private static RawRecord record(CsvInput.Line line, int[] places, Path file, String source) {
    List<@Nullable String> cells = new ArrayList<>();
    for (int place : places) {
      cells.add(place < 0 || place >= line.cells().size() ? null : line.cells().get(place));
    }
    return new RawRecord(
        source, source, LocalDate.EPOCH, file.toString(), line.number(), "", cells, null, null);
  }

  private static Row title(RawRecord record, String source) throws Rejection {
    String kind = CatalogueCsv.COLUMNS.text(record, "kind");
    Kind outside = kind == null ? Kind.UNKNOWN : isEpisode(kind) ? Kind.EPISODE : null;
    if (outside != null) {
      record.cells().set(KIND, Kind.SERIES.text());
    }
    TitleDraft draft = new CatalogueCsv().read(record).source(source);
    if (outside != null) {
      draft.kind(outside);
    }
    DraftRecord only = new DraftRecord(DraftRows.of(record, draft, draft.sourceId(), null));
    return new MergedTitle(List.of(only)).row();
  }

  private static boolean isEpisode(String kind) {
    return EPISODES.contains(kind.toLowerCase(Locale.ROOT));
  }
}
