package org.reelhouse.popularity.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.reelhouse.popularity.features.Feature.Reading;
import org.reelhouse.reference.Kind;

/**
 * All that the forests may know of a title. It is known before the release: nothing here is read
 * from votes, score, revenue, members or popularity of the title itself.
 */
public final class Features {
  /** Stands for a number that a title does not have; no feature reaches below zero by itself. */
  private static final double UNKNOWN = -1;

  private Features() {}

  /** The features that need nothing learned. */
  public static List<Feature> fixed() {
    List<Feature> features = new ArrayList<>();
    features.add(kind());
    features.add(number("release year", "release_year", "release year %d"));
    features.addAll(ReleaseTime.features());
    features.add(number("runtime", "runtime_minutes", "runtime %,d minutes"));
    features.add(number("episodes", "episodes", "%,d episodes"));
    features.add(budget());
    features.add(number("overview length", "overview_length", "overview of %,d characters"));
    features.add(number("companies", "company_count", "%,d companies"));
    TrackRecord.ROLES.forEach(role -> features.addAll(trackRecord(role)));
    features.add(
        number(
            "days since previous title of collection",
            TrackRecord.DAYS_SINCE_COLLECTION,
            "%,d days since the previous title of the collection",
            "no previous title of the collection"));
    return List.copyOf(features);
  }

  /** The fixed features and one for each category learned. */
  public static List<Feature> with(Categories categories) {
    List<Feature> features = new ArrayList<>(fixed());
    categories.genres().forEach(genre -> features.add(listed("genre", "genres", genre)));
    categories.languages().forEach(language -> features.add(language(language)));
    categories
        .countries()
        .forEach(country -> features.add(listed("country", "countries", country)));
    return List.copyOf(features);
  }

  /** The numbers of one title in the order of the features. */
  public static double[] values(List<Feature> features, Row title) {
    return features.stream()
        .flatMap(feature -> feature.readings().stream())
        .mapToDouble(reading -> reading.of(title))
        .toArray();
  }

  private static Feature kind() {
    List<Reading> readings = new ArrayList<>();
    Kind.ofTitles()
        .forEach(kind -> readings.add(title -> indicator(kind.equals(title.getAs("kind")))));
    return new Feature("kind", "kind", readings, title -> "kind " + title.getAs("kind"));
  }

  private static Feature budget() {
    return new Feature(
        "budget",
        "budget",
        List.of(
            title -> Math.log1p(Math.max(0, amount(title, "budget"))),
            title -> indicator(lacks(title, "budget"))),
        title -> worded(title, "budget", "budget $%,d", "budget unknown"));
  }

  private static List<Feature> trackRecord(String role) {
    String success = TrackRecord.success(role);
    String none = "no earlier title of the " + role + " with a known ";
    return List.of(
        number(
            "earlier titles of " + role,
            TrackRecord.titles(role),
            "%,d earlier titles of the " + role,
            none + "date"),
        new Feature(
            "earlier success of " + role,
            success,
            List.of(title -> amount(title, success)),
            title ->
                lacks(title, success)
                    ? none + "popularity"
                    : String.format(
                        Locale.ROOT,
                        "earlier titles of the %s at popularity %,.1f",
                        role,
                        Math.expm1(amount(title, success)))));
  }

  /** A number as it is; {@code UNKNOWN} where the column is null. */
  static Feature number(String name, String column, String known) {
    return number(name, column, known, name + " unknown");
  }

  /**
   * The same with words of its own for the unknown.
   *
   * @param known format of the number in words
   */
  private static Feature number(String name, String column, String known, String unknown) {
    return new Feature(
        name,
        column,
        List.of(title -> amount(title, column)),
        title -> worded(title, column, known, unknown));
  }

  private static Feature listed(String group, String column, String value) {
    return new Feature(
        group + " " + value,
        column,
        List.of(title -> indicator(lists(title, column, value))),
        title -> (lists(title, column, value) ? "" : "not ") + group + " " + value);
  }

  private static Feature language(String value) {
    String column = "original_language";
    return new Feature(
        "language " + value,
        column,
        List.of(title -> indicator(value.equals(title.getAs(column)))),
        title -> (value.equals(title.getAs(column)) ? "" : "not ") + "language " + value);
  }

  private static boolean lists(Row title, String column, String value) {
    int field = title.fieldIndex(column);
    return !title.isNullAt(field) && title.getList(field).contains(value);
  }

  public static boolean lacks(Row title, String column) {
    return title.isNullAt(title.fieldIndex(column));
  }

  private static double amount(Row title, String column) {
    Number number = title.getAs(column);
    return number == null ? UNKNOWN : number.doubleValue();
  }

  private static double indicator(boolean holds) {
    return holds ? 1 : 0;
  }

  private static String worded(Row title, String column, String known, String unknown) {
    return lacks(title, column)
        ? unknown
        : String.format(Locale.ROOT, known, title.<Number>getAs(column));
  }
}
