package org.reelhouse.recommend.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one title that can be recommended.
 *
 * @param name main title; empty for a title of which nothing but ratings is known
 * @param number the integer that stands for it in the models; empty for a title nobody rated
 * @param age youngest that it is fit for
 * @param votes users behind its score elsewhere, 0 where unknown
 * @param terms of its content
 */
public record TitleFacts(
    String titleId,
    @Nullable String name,
    @Nullable Integer number,
    @Nullable String kind,
    @Nullable Integer year,
    @Nullable Integer age,
    long votes,
    List<String> genres,
    List<String> countries,
    List<String> platforms,
    ContentTerms terms) {
  /** A title of which nothing but ratings is known. */
  public static TitleFacts rated(String titleId, int number) {
    return new TitleFacts(
        titleId,
        null,
        number,
        null,
        null,
        null,
        0,
        List.of(),
        List.of(),
        List.of(),
        ContentTerms.NONE);
  }
}
