package org.reelhouse.normalize.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.DraftRows;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.merge.DraftRecord;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;

/** Raw records as the raw zone would read them. */
public final class Records {
  /** What makes a record of any format sound; a digit is the number of the record. */
  public static final Map<String, String> SOUND =
      Map.ofEntries(
          Map.entry("id", "1"),
          Map.entry("movie_id", "1"),
          Map.entry("movieId", "1"),
          Map.entry("anime_id", "1"),
          Map.entry("anime_ids", "1"),
          Map.entry("MAL_ID", "1"),
          Map.entry("show_id", "s1"),
          Map.entry("source_id", "1"),
          Map.entry("kind", "movie"),
          Map.entry("title", "A"),
          Map.entry("Title", "A"),
          Map.entry("name", "A"),
          Map.entry("Name", "A"),
          Map.entry("tag", "a"),
          Map.entry("platform", "netflix"),
          Map.entry("score", "1"));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate SNAPSHOT = LocalDate.of(2026, 1, 1);
  private static final DatasetSettings DATASET =
      new DatasetSettings("a format", List.of("a path"), null, null, null);

  private Records() {}

  /** A line of a delimited file: column name to cell; the other cells are empty. */
  public static RawRecord line(TitleFormat format, Map<String, String> cells) {
    return line("source", "dataset", 2, format, cells);
  }

  public static RawRecord line(
      String source, String dataset, long line, TitleFormat format, Map<String, String> cells) {
    RawLayout.Delimited layout = (RawLayout.Delimited) format.layout(DATASET);
    List<String> columns = new ArrayList<>(layout.required());
    columns.addAll(layout.optional());
    List<@Nullable String> values = new ArrayList<>(Collections.nCopies(columns.size(), null));
    cells.forEach((column, cell) -> values.set(columns.indexOf(column), cell));
    return new RawRecord(
        source, dataset, SNAPSHOT, "file.csv", line, "raw " + cells, values, null, null);
  }

  /** An element of a JSON document. */
  static RawRecord json(String dataset, String json) throws JsonProcessingException {
    return new RawRecord(
        "source", dataset, SNAPSHOT, "file.json", 1, json, List.of(), JSON.readTree(json), null);
  }

  /** Drafts as they are when they are merged. */
  public static List<DraftRecord> drafts(TitleDraft... drafts) {
    return Arrays.stream(drafts)
        .map(draft -> DraftRows.of(broken("source", "dataset", 2), draft, draft.sourceId(), null))
        .map(DraftRecord::new)
        .toList();
  }

  /** A line that could not be parsed. */
  public static RawRecord broken(String source, String dataset, long line) {
    return new RawRecord(
        source, dataset, SNAPSHOT, "file.csv", line, "a,b", List.of(), null, "2 cells, not 3");
  }
}
