package org.reelhouse.recommend.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.catalogue.TitleFilter;

/**
 * What a user asks for.
 *
 * @param genres favourite ones; those of what the user liked are no substitute, see
 *     docs/models/ratings-and-rankings.md
 * @param region market region where the user lives
 * @param filter what every title must be, beside the filter of all users
 */
public record Wishes(List<String> genres, @Nullable String region, TitleFilter filter) {
  /** Of a user who asks for nothing. */
  public static final Wishes NONE = new Wishes(List.of(), null, TitleFilter.ANY);
}
