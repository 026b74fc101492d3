package org.reelhouse.ratings;

import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.lake.RawRecord;

/** Makes one row of one raw rating, rejected or not. */
final class ParsedRating {
  /** {@code reason} and {@code detail} are null for a rating that can be used. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          """
          source STRING, dataset STRING, snapshot DATE, file STRING, line BIGINT, raw STRING,
          reason STRING, detail STRING,
          titles_of STRING, item_id STRING, user_id STRING,
          rating DOUBLE, rating_source DOUBLE, rated_at BIGINT
          """);

  /** The last second of the year 9999, beyond which a time is none. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private ParsedRating() {}

  static Row of(RatingDump dump, RawRecord record) {
    try {
      return accepted(dump, record);
    } catch (Unusable rating) {
      return row(dump, record, rating.reason, rating.getMessage(), null, null, null, null);
    }
  }

  private static Row accepted(RatingDump dump, RawRecord record) throws Unusable {
    if (record.problem() != null) {
      throw new Unusable("malformed", record.problem());
    }
    List<@Nullable String> cells = record.cells();
    String user = identifier("user", cells.get(0));
    String item = identifier("title", cells.get(1));
    double value = rating(dump, cells.get(2));
    Long time = cells.size() > 3 ? time(cells.get(3)) : null;
    return row(dump, record, null, null, item, dump.source() + ":" + user, value, time);
  }

  private static String identifier(String what, @Nullable String cell) throws Unusable {
    if (cell == null || cell.isBlank()) {
      throw new Unusable("missing_id", "no " + what);
    }
    return cell.strip();
  }

  private static double rating(RatingDump dump, @Nullable String cell) throws Unusable {
    if (cell == null || cell.isBlank()) {
      throw new Unusable("bad_value", "no rating");
    }
    double value = number(cell.strip());
    if (dump.format().isNoRating(value)) {
      throw new Unusable("no_rating", "rating " + cell + " says that none was given");
    }
    if (!(value >= dump.lowest() && value <= dump.highest())) {
      throw new Unusable(
          "bad_value",
          "rating %s is not within %s to %s".formatted(cell, dump.lowest(), dump.highest()));
    }
    return value;
  }

  /** A decimal number; Java's own words and suffixes, such as NaN and 5d, are none. */
  private static double number(String cell) throws Unusable {
    try {
      if (Character.isLetter(cell.charAt(cell.length() - 1)) || cell.contains("x")) {
        throw new NumberFormatException(cell);
      }
      return Double.parseDouble(cell);
    } catch (NumberFormatException noNumber) {
      throw new Unusable("bad_value", "rating " + cell + " is not a number");
    }
  }

  private static @Nullable Long time(@Nullable String cell) throws Unusable {
    if (cell == null || cell.isBlank()) {
      return null;
    }
    try {
      long seconds = Long.parseLong(cell.strip());
      if (seconds < 0 || seconds > LAST_SECOND) {
        throw new NumberFormatException(cell);
      }
      return seconds;
    } catch (NumberFormatException noTime) {
      throw new Unusable("bad_value", "timestamp " + cell + " is not seconds since 1970");
    }
  }

  /** Shares of the highest rating, not of the span: 3 of 5 stars is 6 of 10 on any scale. */
  private static Row row(
      RatingDump dump,
      RawRecord record,
      @Nullable String reason,
      @Nullable String detail,
      @Nullable String item,
      @Nullable String user,
      @Nullable Double value,
      @Nullable Long time) {
    return RowFactory.create(
        record.source(),
        record.dataset(),
        Date.valueOf(record.snapshot()),
        record.file(),
        record.line(),
        record.text(),
        reason,
        detail,
        dump.titlesOf(),
        item,
        user,
        value == null ? null : Double.valueOf(value * 10 / dump.highest()),
        value,
        time);
  }

  /** Why a rating cannot be used. Without a stack trace, for there may be millions. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    Unusable(String reason, String detail) {
      super(detail, null, false, false);
      this.reason = reason;
    }
  }
}
