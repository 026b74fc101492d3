package org.reelhouse.recommend;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.catalogue.TitleFilter;
import org.reelhouse.recommend.lists.Wishes;

/**
 * One user who is to get a list, and what the user asks for; an empty list asks for nothing.
 *
 * @param userId as in {@code silver.rating}, or any other for a user who has not rated yet
 * @param genres favourite ones, by their canonical names
 * @param region market region where the user lives
 * @param kinds of which every title must be one
 * @param platforms of which one must offer every title
 * @param countries of production of which every title must have one, as codes
 * @param age youngest that every title must be fit for
 */
public record UserRequest(
    String userId,
    List<String> genres,
    @Nullable String region,
    List<String> kinds,
    List<String> platforms,
    List<String> countries,
    OptionalInt age) {

  /** A user who asks for nothing. */
  public static UserRequest of(String userId) {
    return new UserRequest(
        userId, List.of(), null, List.of(), List.of(), List.of(), OptionalInt.empty());
  }

  Wishes wishes() {
    return new Wishes(genres, region, new TitleFilter(kinds, platforms, countries, age));
  }
}
