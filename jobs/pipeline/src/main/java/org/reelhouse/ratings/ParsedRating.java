package org.reelhouse.ratings;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.raw.RawRecord;

/** Reads one record of ratings. A record that is no rating keeps its reason. */
final class ParsedRating {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?");

  /** Longer cells are no numbers, and are not repeated in full where the raw text stands. */
  private static final int LONGEST = 40;

  private ParsedRating() {}

  /** A rating, or a rejected record with reason and detail; where it came from in either case. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          source STRING, dataset STRING, user_id STRING, titles_of STRING, item_id STRING,
          rating DOUBLE, rating_source DOUBLE, rated_at TIMESTAMP,
          snapshot DATE, file STRING, line BIGINT, raw STRING, reason STRING, detail STRING
          """);

  /** The row of one record. */
  static Row row(RawRecord record, String titlesOf, RatingScale scale) {
    if (record.problem() != null) {
      return rejected(record, "malformed", record.problem());
    }
    String user = cell(record, 0);
    String item = cell(record, 1);
    if (user == null || item == null) {
      return rejected(record, "missing_id", user == null ? "no user" : "no title");
    }
    Double rating = number(cell(record, 2));
    if (rating == null) {
      return rejected(record, "bad_value", "rating " + shown(record, 2) + " is not a number");
    }
    if (!scale.holds(rating)) {
      return rejected(
          record,
          reasonOutside(rating),
          "rating "
              + rating
              + " is not on the scale from "
              + scale.lowest()
              + " to "
              + scale.highest());
    }
    return RowFactory.create(
        record.source(),
        record.dataset(),
        record.source() + ":" + user,
        titlesOf,
        item,
        scale.toTen(rating),
        rating,
        time(record),
        Date.valueOf(record.snapshot()),
        record.file(),
        record.line(),
        record.text(),
        null,
        null);
  }

  /** MyAnimeList writes -1, and some dumps 0, for a title that was watched and not rated. */
  private static String reasonOutside(double rating) {
    return rating == -1 || rating == 0 ? "no_rating" : "bad_value";
  }

  private static Row rejected(RawRecord record, String reason, String detail) {
    return RowFactory.create(
        record.source(),
        record.dataset(),
        null,
        null,
        null,
        null,
        null,
        null,
        Date.valueOf(record.snapshot()),
        record.file(),
        record.line(),
        record.text(),
        reason,
        detail);
  }

  private static String shown(RawRecord record, int place) {
    String cell = String.valueOf(cell(record, place));
    return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + " …";
  }

  private static @Nullable String cell(RawRecord record, int place) {
    if (place >= record.cells().size()) {
      return null;
    }
    String cell = record.cells().get(place);
    return cell == null || cell.isBlank() ? null : cell.strip();
  }

  /** Decimal digits; Java would also take 4d, 0x4p0 and NaN. */
  private static @Nullable Double number(@Nullable String text) {
    return text == null || text.length() > LONGEST || !NUMBER.matcher(text).matches()
        ? null
        : Double.valueOf(text);
  }

  private static @Nullable Timestamp time(RawRecord record) {
    Double seconds = number(cell(record, 3));
    return seconds == null || !(seconds >= 0 && seconds < 1e11)
        ? null
        : new Timestamp(Math.round(seconds) * 1000);
  }
}
