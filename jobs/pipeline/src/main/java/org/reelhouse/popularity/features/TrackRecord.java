package org.reelhouse.popularity.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.reelhouse.lake.GroupKeys;

/**
 * What the people and companies of a title had made before it: how many titles of the same unit
 * came out strictly before its release, and how popular those of the training part became. Titles
 * of the same day know nothing of each other, and held-out titles lend nobody their success.
 */
public final class TrackRecord {
  private static final String COLLECTION = "collection";

  static final List<String> ROLES = List.of("directors", "cast", "companies", COLLECTION);

  /** Column with the days since the previous title of the collection; null for its first. */
  static final String DAYS_SINCE_COLLECTION = "collection_days";

  /**
   * Column with the log popularity of the title that the same collection, else director, else
   * company released last before; null where none of them had one whose popularity is known.
   */
  public static final String LAST_VALUE = "last_value";

  private static final List<String> LAST_VALUE_ROLES =
      List.of(COLLECTION, "directors", "companies");

  /** Billing beyond the leads says little and costs a row for each name. */
  private static final int NAMES = 5;

  /** Log popularity is added in whole parts of this size. */
  private static final double SCALE = 1e9;

  private TrackRecord() {}

  /** Column with the earlier titles of the most experienced name in a role. */
  static String titles(String role) {
    return role + "_titles";
  }

  /** Column with the mean log popularity of the earlier titles of all names in a role. */
  static String success(String role) {
    return role + "_success";
  }

  /**
   * The titles with two more columns for each role, the days since the previous title of the
   * collection and the last value; null where the release date is unknown or nobody has a record.
   *
   * @param titles title_id, unit, release_date, training_value and a column for each role
   */
  public static Dataset<Row> join(Dataset<Row> titles) {
    return titles.join(perTitle(records(names(titles))), new String[] {"unit", "title_id"}, "left");
  }

  private static Dataset<Row> names(Dataset<Row> titles) {
    Column names =
        concat(
            named("directors", col("directors")),
            named("cast", col("cast")),
            named("companies", col("companies")),
            named(COLLECTION, array(col("collection"))));
    return titles
        .where(col("release_date").isNotNull())
        .select(
            col("unit"),
            col("title_id"),
            unix_date(col("release_date")).as("day"),
            rint(col("training_value").multiply(SCALE)).cast("bigint").as("value"),
            explode(names).as("name"))
        .select(
            col("unit"),
            col("title_id"),
            col("day"),
            col("value"),
            col("name.role"),
            col("name.name"));
  }

  private static Column named(String role, Column names) {
    Column few = slice(array_distinct(array_compact(names)), 1, NAMES);
    return coalesce(
        transform(few, name -> struct(lit(role).as("role"), name.as("name"))),
        array().cast("array<struct<role:string,name:string>>"));
  }

  /**
   * Sums are over integers: those of doubles would depend on the order of the rows. Of a collection
   * the first titles are left out, for it came to be because they did well.
   */
  private static Dataset<Row> records(Dataset<Row> names) {
    WindowSpec before =
        Window.partitionBy(GroupKeys.hashedFirst(col("unit"), col("role"), col("name")))
            .orderBy("day")
            .rangeBetween(Window.unboundedPreceding(), -1);
    return names
        .select(
            col("unit"),
            col("title_id"),
            col("role"),
            count(lit(1)).over(before).as("titles"),
            count(col("value")).over(before).as("valued"),
            sum(col("value")).over(before).as("value"),
            max(when(col("value").isNotNull(), struct("day", "value"))).over(before).as("last"),
            col("day").minus(max(col("day")).over(before)).as("days"))
        .where(col("role").notEqual(COLLECTION).or(col("titles").gt(0)));
  }

  /** Of titles of the same day the most popular one. */
  private static Column lastValue(String role) {
    return max(when(col("role").equalTo(role), col("last"))).getField("value");
  }

  private static Dataset<Row> perTitle(Dataset<Row> records) {
    List<Column> columns = new ArrayList<>();
    for (String role : ROLES) {
      Column ofRole = col("role").equalTo(role);
      columns.add(max(when(ofRole, col("titles"))).as(titles(role)));
      columns.add(
          sum(when(ofRole, col("value")))
              .divide(sum(when(ofRole.and(col("valued").gt(0)), col("valued"))))
              .divide(SCALE)
              .as(success(role)));
    }
    columns.add(min(when(col("role").equalTo(COLLECTION), col("days"))).as(DAYS_SINCE_COLLECTION));
    columns.add(
        coalesce(LAST_VALUE_ROLES.stream().map(TrackRecord::lastValue).toArray(Column[]::new))
            .divide(SCALE)
            .as(LAST_VALUE));
    return records
        .groupBy("unit", "title_id")
        .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }
}
