package org.reelhouse.recommend.catalogue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.reelhouse.recommend.catalogue.RatedTitle.RatingSum;

/**
 * The titles that can be recommended and how they were rated, as every executor holds them. A title
 * is named by its position among {@link Titles}.
 */
public final class Catalogue implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The titles, which several models share. */
  public interface Shared extends Supplier<Titles>, Serializable {}

  private final Shared titles;
  private final long[] ratings;
  private final Popularity popularity;

  /**
   * A catalogue.
   *
   * @param candidates the rated titles; those that are none of the titles are passed over
   */
  public Catalogue(Shared titles, List<RatedTitle> candidates) {
    this.titles = titles;
    Titles all = titles.get();
    List<Map<String, RatingSum>> bySource =
        new ArrayList<>(Collections.nCopies(all.rated(), Map.of()));
    ratings = new long[all.rated()];
    for (RatedTitle candidate : candidates) {
      Integer position = all.position(candidate.number());
      if (position != null) {
        bySource.set(position, candidate.bySource());
        ratings[position] = candidate.overall().count();
      }
    }
    popularity = new Popularity(bySource, all.byVotes());
  }

  public Titles titles() {
    return titles.get();
  }

  /** Ratings that a title has in all sources. */
  public long ratings(int position) {
    return position < ratings.length ? ratings[position] : 0;
  }

  public Popularity popularity() {
    return popularity;
  }
}
