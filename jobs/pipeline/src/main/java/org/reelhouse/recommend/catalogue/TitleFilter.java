package org.reelhouse.recommend.catalogue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.reelhouse.recommend.RecommendSettings;

/**
 * What a recommended title must be; an empty list asks for nothing.
 *
 * @param kinds of which it must be one
 * @param platforms of which one must offer it
 * @param countries of production of which it must have one
 * @param age youngest that it must be fit for; a title whose age rating is not known is not
 */
public record TitleFilter(
    List<String> kinds, List<String> platforms, List<String> countries, OptionalInt age) {
  private static final int UNKNOWN = Integer.MAX_VALUE;

  /** Lets all titles pass. */
  public static final TitleFilter ANY =
      new TitleFilter(List.of(), List.of(), List.of(), OptionalInt.empty());

  public static TitleFilter of(RecommendSettings.Filter settings) {
    return new TitleFilter(
        settings.kinds(), settings.platforms(), settings.countries(), settings.age());
  }

  /** Whether it must be known which platforms offer a title. */
  boolean asksForOffers() {
    return !platforms.isEmpty();
  }

  /** The positions of the titles that pass. */
  public BitSet passing(Titles titles) {
    BitSet passing = new BitSet(titles.size());
    passing.set(0, titles.size());
    keep(passing, titles.kinds(), kinds);
    keep(passing, titles.platforms(), platforms);
    keep(passing, titles.countries(), countries);
    if (age.isPresent()) {
      for (int title = 0; title < titles.size(); title++) {
        passing.set(
            title, passing.get(title) && titles.age(title).orElse(UNKNOWN) <= age.getAsInt());
      }
    }
    return passing;
  }

  private static void keep(BitSet passing, Labels labels, List<String> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    BitSet codes = labels.codes(wanted);
    for (int title = passing.nextSetBit(0); title >= 0; title = passing.nextSetBit(title + 1)) {
      passing.set(title, labels.hasAny(title, codes));
    }
  }

  /** The same as a condition on the columns kind, platforms, countries and age. */
  Column condition() {
    Column condition = lit(true);
    if (!kinds.isEmpty()) {
      condition = condition.and(col("kind").isInCollection(kinds));
    }
    if (!platforms.isEmpty()) {
      List<String> wanted = platforms.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      condition = condition.and(exists(col("platforms"), one -> lower(one).isInCollection(wanted)));
    }
    if (!countries.isEmpty()) {
      condition = condition.and(exists(col("countries"), one -> one.isInCollection(countries)));
    }
    return age.isPresent() ? condition.and(col("age").leq(age.getAsInt())) : condition;
  }
}
