package org.reelhouse.cli.evaluate;

import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes catalogues and judged pairs of the films, series and episodes that JedAI publishes of IMDB
 * and TMDB ({@code imdb.csv}, {@code tmdb.csv}, {@code gt.csv}). Its persons, which have no title,
 * are left out.
 */
final class ImdbTmdb {
  private static final List<String> COLUMNS =
      List.of(
          "source_id",
          "kind",
          "title",
          "release_date",
          "release_year",
          "genres",
          "countries",
          "runtime_minutes",
          "seasons",
          "episodes",
          "overview");

  private ImdbTmdb() {}

  /** Writes {@code left.csv}, {@code right.csv} and {@code gold.csv} into a folder. */
  static void convert(Path from, Path to) throws IOException {
    Set<String> lefts = catalogue(from.resolve("imdb.csv"), to.resolve("left.csv"));
    Set<String> rights = catalogue(from.resolve("tmdb.csv"), to.resolve("right.csv"));
    StringBuilder gold = new StringBuilder("left,right\n");
    for (Record pair : records(from.resolve("gt.csv"))) {
      if (lefts.contains(pair.getString("D1")) && rights.contains(pair.getString("D2"))) {
        gold.append(pair.getString("D1")).append(',').append(pair.getString("D2")).append('\n');
      }
    }
    Files.writeString(to.resolve("gold.csv"), gold);
  }

  private static Set<String> catalogue(Path from, Path to) throws IOException {
    Set<String> ids = new HashSet<>();
    CsvWriter writer =
        new CsvWriter(Files.newBufferedWriter(to, StandardCharsets.UTF_8), new CsvWriterSettings());
    writer.writeHeaders(COLUMNS);
    for (Record record : records(from)) {
      Map<String, String> cells = cells(record);
      if (cells.containsKey("title")) {
        ids.add(cells.get("id"));
        writer.writeRow(title(cells).toArray());
      }
    }
    writer.close();
    return ids;
  }

  private static List<Record> records(Path file) throws IOException {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter('|');
    settings.setHeaderExtractionEnabled(true);
    settings.setMaxCharsPerColumn(1 << 16);
    return new CsvParser(settings)
        .parseAllRecords(Files.newBufferedReader(file, StandardCharsets.UTF_8));
  }

  /** The cells that are filled, by the last part of their column's address. */
  private static Map<String, String> cells(Record record) {
    Map<String, String> cells = new HashMap<>();
    for (String column : record.getMetaData().headers()) {
      String value = record.getString(column);
      if (value != null && !value.isBlank()) {
        cells.put(column.substring(column.lastIndexOf('/') + 1), value.strip());
      }
    }
    return cells;
  }

  private static List<String> title(Map<String, String> cells) {
    return List.of(
        cells.get("id"),
        kind(cells),
        cells.get("title"),
        cells.getOrDefault("releaseDate", ""),
        cells.getOrDefault("startYear", cells.getOrDefault("release_year", "")).split("-", -1)[0],
        cells.getOrDefault("genre_list", "").replaceAll(" *, *", "|"),
        cells.getOrDefault("origin_country", "").replaceAll(" *, *", "|"),
        first(cells.getOrDefault("runtimeMinutes", cells.getOrDefault("runtime", ""))),
        cells.getOrDefault("seasonNumber", cells.getOrDefault("numberOfSeasons", "")),
        cells.getOrDefault("episodeNumber", cells.getOrDefault("numberOfEpisodes", "")),
        cells.getOrDefault("abstract", ""));
  }

  /** IMDB does not say here what is a film: a series that still runs looks like one. */
  private static String kind(Map<String, String> cells) {
    if (cells.containsKey("episodeNumber")) {
      return "episode";
    }
    return cells.containsKey("endYear") || cells.containsKey("numberOfSeasons")
        ? "series"
        : "movie";
  }

  private static String first(String runtimes) {
    return runtimes.split(",", -1)[0].strip();
  }
}
