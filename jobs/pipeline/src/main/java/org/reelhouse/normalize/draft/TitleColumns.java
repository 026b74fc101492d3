package org.reelhouse.normalize.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelhouse.tables.Silver;

/** Places of the columns of {@code silver.source_title} that merging treats in their own way. */
public final class TitleColumns {
  private static final String[] NAMES = Silver.SOURCE_TITLE.schema().fieldNames();
  private static final Map<String, Integer> PLACES = places();
  public static final int COUNT = Silver.SOURCE_TITLE.schema().size();
  public static final int SOURCE = index("source");
  public static final int SOURCE_ID = index("source_id");
  public static final int TITLE = index("title");
  public static final int ORIGINAL_TITLE = index("original_title");
  public static final int ALT_TITLES = index("alt_titles");
  public static final int RELEASE_DATE = index("release_date");
  public static final int RELEASE_YEAR = index("release_year");
  public static final int GENRES = index("genres");
  public static final int RAW_GENRES = index("raw_genres");
  public static final int EXTERNAL_IDS = index("external_ids");
  public static final int INFERRED = index("inferred");
  public static final int INFERRED_BY = index("inferred_by");
  public static final int SNAPSHOT = index("snapshot");
  public static final int SOURCE_FILE = index("source_file");
  public static final int RECORD_HASH = index("record_hash");

  /** Lists that the contract keeps sorted; several records' values are united. */
  public static final Set<Integer> UNITED =
      indexes("alt_titles", "languages", "countries", "keywords");

  /** Columns that do not come from the records' own values. */
  public static final Set<Integer> DERIVED =
      indexes(
          "genres",
          "external_ids",
          "inferred",
          "inferred_by",
          "snapshot",
          "source_file",
          "record_hash");

  /**
   * Columns of values: how one was inferred is no value, so that another method for the same value
   * makes no other record.
   */
  public static final List<Integer> OF_VALUES =
      IntStream.range(0, COUNT).filter(column -> column != INFERRED_BY).boxed().toList();

  /** Columns that say where the others were read, and their hash; empty while it is made. */
  public static final Set<Integer> OF_READING = indexes("snapshot", "source_file", "record_hash");

  private TitleColumns() {}

  public static String name(int column) {
    return NAMES[column];
  }

  /** Its place in the table; drafts are filled by it, so it must be quick to find. */
  static int index(String column) {
    Integer place = PLACES.get(column);
    if (place == null) {
      throw new IllegalArgumentException(Silver.SOURCE_TITLE + " has no column " + column);
    }
    return place;
  }

  private static Map<String, Integer> places() {
    return IntStream.range(0, NAMES.length)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(place -> NAMES[place], place -> place));
  }

  private static Set<Integer> indexes(String... columns) {
    return Arrays.stream(columns).map(TitleColumns::index).collect(Collectors.toUnmodifiableSet());
  }
}
