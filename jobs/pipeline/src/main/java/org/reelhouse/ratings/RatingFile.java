package org.reelhouse.ratings;

import static org.apache.spark.sql.functions.col;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.reelhouse.PipelineException;
import org.reelhouse.raw.RawFile;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawSnapshot;
import org.reelhouse.raw.RawZone;

/**
 * One file of ratings, plain or gzip, read outside of any lake. Its first line shows what separates
 * its cells (commas, tabs or {@code ::}) and whether it names the columns.
 *
 * @param ratings rows of user_id, title_id, rating on the scale of the file, and rated_at, which is
 *     null where the file has no times
 * @param rejected rows of reason and detail, for what is no rating
 */
public record RatingFile(Dataset<Row> ratings, Dataset<Row> rejected) {
  private static final Pattern SEPARATOR = Pattern.compile("::|\\t|,");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?");
  private static final List<String> COLUMNS = List.of("user", "title", "rating", "time");
  private static final RatingScale ANY_SCALE = new RatingScale(0, 10);
  private static final RatingScale FROM_ONE = new RatingScale(1, 10);

  /** The names of the formats, as the settings have them. */
  public static List<String> formats() {
    return Arrays.stream(RatingFormat.values()).map(RatingFormat::title).toList();
  }

  /**
   * Reads a file.
   *
   * @param named one of {@link #formats}
   * @param keep keeps rows that are read more than once, so that the file is read once
   * @throws PipelineException if there is no such file, or its first line is none of the format
   */
  public static RatingFile read(
      RawZone zone, Path file, String named, UnaryOperator<Dataset<Row>> keep) {
    RatingFormat format = RatingFormat.named(named).orElseThrow();
    RawLayout layout = layout(firstLine(file), file, format);
    RatingScale scale = format == RatingFormat.MAL ? FROM_ONE : ANY_SCALE;
    Path absolute = file.toAbsolutePath();
    RawSnapshot snapshot =
        new RawSnapshot(
            "evaluation",
            format.title(),
            LocalDate.EPOCH,
            String.valueOf(absolute.getParent()),
            List.of(new RawFile(String.valueOf(absolute.getFileName()), size(file), "")));
    Dataset<Row> parsed =
        keep.apply(
            zone.read(
                    snapshot,
                    layout,
                    record -> List.of(ParsedRating.row(record, format.title(), scale)).iterator(),
                    ParsedRating.SCHEMA)
                .select("user_id", "item_id", "rating_source", "rated_at", "reason", "detail"));
    return new RatingFile(
        parsed
            .where(col("reason").isNull())
            .select(
                col("user_id"),
                col("item_id").as("title_id"),
                col("rating_source").as("rating"),
                col("rated_at")),
        parsed.where(col("reason").isNotNull()).select("reason", "detail"));
  }

  /** The layout of a file that begins with a line; its columns are known by their places. */
  static RawLayout layout(String line, Path file, RatingFormat format) {
    String separator =
        SEPARATOR
            .matcher(line)
            .results()
            .findFirst()
            .orElseThrow(() -> unreadable(file, "its first line has one cell alone", format))
            .group();
    List<String> cells =
        Arrays.stream(line.split(Pattern.quote(separator), -1))
            .map(cell -> cell.replace("\"", "").strip())
            .toList();
    if (cells.size() < 3) {
      throw unreadable(file, "its first line has two cells alone", format);
    }
    boolean header = !NUMBER.matcher(cells.get(2)).matches();
    List<String> columns = header ? cells : COLUMNS;
    int width = header ? Math.min(cells.size(), COLUMNS.size()) : cells.size();
    if (width > COLUMNS.size()) {
      throw unreadable(file, "its first line has " + width + " cells", format);
    }
    return new RawLayout.Delimited(
        separator, header, List.copyOf(columns.subList(0, width)), List.of());
  }

  private static String firstLine(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    isPacked(file) ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      if (line == null || line.isBlank()) {
        throw new PipelineException(
            "Cannot read ratings from %s: it is empty. Name another file.".formatted(file));
      }
      return line.replace("\uFEFF", "");
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot read ratings from %s: no such readable file. Check the path.".formatted(file),
          failure);
    }
  }

  private static boolean isPacked(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot read ratings from %s: no such readable file. Check the path.".formatted(file),
          failure);
    }
  }

  private static PipelineException unreadable(Path file, String why, RatingFormat format) {
    return new PipelineException(
        "Cannot read ratings from %s: %s. Give lines of user, title, rating and time in the format %s, with commas, tabs or :: between."
            .formatted(file, why, format.title()));
  }
}
