package org.reelhouse.themes;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.reelhouse.reference.Countries;

/** How many titles of each theme came out in each region and year, and whether it grows. */
final class ThemeTrends {
  /** The region that every title belongs to, also one without a known country. */
  static final String WORLD = "World";

  /** Years before that a year is compared with: single years have few titles of a theme. */
  private static final int YEARS_BEFORE = 5;

  private static final StructType RELEASE =
      new StructType()
          .add("theme_id", DataTypes.StringType)
          .add("region", DataTypes.StringType)
          .add("year", DataTypes.IntegerType);

  /** The titles of one theme, or of all where the theme is empty, in one region and year. */
  record Release(String theme, String region, int year) {}

  private ThemeTrends() {}

  /**
   * The titles of each theme, region and year.
   *
   * @param members theme_id, countries and release_year of each title
   * @param last the last year that is looked at
   */
  static Map<Release, Long> releases(Dataset<Row> members, int last) {
    Map<Release, Long> releases = new HashMap<>();
    members
        .where(col("release_year").leq(last))
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> inRegions(row).iterator(), Encoders.row(RELEASE))
        .groupBy("theme_id", "region", "year")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(
            row ->
                releases.put(
                    new Release(row.getString(0), row.getString(1), row.getInt(2)),
                    row.getLong(3)));
    return releases;
  }

  private static List<Row> inRegions(Row member) {
    String theme = member.getAs("theme_id");
    int year = member.getAs("release_year");
    int place = member.fieldIndex("countries");
    Stream<String> regions =
        member.isNullAt(place)
            ? Stream.empty()
            : member.<String>getList(place).stream()
                .map(Countries::region)
                .filter(Objects::nonNull)
                .distinct();
    return Stream.concat(Stream.of(WORLD), regions)
        .map(region -> RowFactory.create(theme, region, year))
        .toList();
  }

  /** The rows of {@code gold.theme_trend}. */
  static List<Row> rows(Map<Release, Long> releases) {
    Map<Release, Long> all = new HashMap<>();
    releases.forEach(
        (release, titles) ->
            all.merge(new Release("", release.region(), release.year()), titles, Long::sum));
    List<Row> rows = new ArrayList<>();
    releases.forEach(
        (release, titles) -> {
          Release whole = new Release("", release.region(), release.year());
          double share = (double) titles / Objects.requireNonNull(all.get(whole));
          long before = before(releases, release);
          rows.add(
              RowFactory.create(
                  release.theme(),
                  release.region(),
                  release.year(),
                  titles,
                  share,
                  before == 0 ? null : share / ((double) before / before(all, whole)) - 1));
        });
    return rows;
  }

  private static long before(Map<Release, Long> releases, Release release) {
    long titles = 0;
    for (int year = release.year() - YEARS_BEFORE; year < release.year(); year++) {
      titles += releases.getOrDefault(new Release(release.theme(), release.region(), year), 0L);
    }
    return titles;
  }
}
