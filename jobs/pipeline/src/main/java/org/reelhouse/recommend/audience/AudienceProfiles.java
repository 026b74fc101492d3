package org.reelhouse.recommend.audience;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.reelhouse.recommend.catalogue.Labels;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.TopScores;

/**
 * Counts what the users of each audience like: titles, and their genres, kinds and decades. Whole
 * numbers, so that the result does not depend on how the users are laid out. What is distinctive is
 * what adds most to the divergence of an audience from all users (Kullback and Leibler 1951):
 * {@code p · ln(p / q)}, p being the share in what the audience likes and q that in what all like.
 */
final class AudienceProfiles implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_DECADE = 187;
  private static final int DECADES = 30;

  private final long[] users;
  private final long[][] titles;
  private final long[][] genres;
  private final long[][] kinds;
  private final long[][] decades;

  AudienceProfiles(int audiences, Titles all) {
    users = new long[audiences];
    titles = new long[audiences][all.rated()];
    genres = new long[audiences][all.genres().count()];
    kinds = new long[audiences][all.kinds().count()];
    decades = new long[audiences][DECADES];
  }

  /** Adds a user, by the positions of the titles the user liked. */
  void add(int audience, BitSet liked, Titles all) {
    users[audience]++;
    for (int title = liked.nextSetBit(0); title >= 0; title = liked.nextSetBit(title + 1)) {
      titles[audience][title]++;
      count(genres[audience], all.genres(), title);
      count(kinds[audience], all.kinds(), title);
      int decade = all.year(title).orElse(0) / 10 - FIRST_DECADE;
      if (decade >= 0 && decade < DECADES) {
        decades[audience][decade]++;
      }
    }
  }

  private static void count(long[] counts, Labels labels, int title) {
    for (int place = labels.start(title); place < labels.end(title); place++) {
      counts[labels.at(place)]++;
    }
  }

  AudienceProfiles plus(AudienceProfiles other) {
    for (int audience = 0; audience < users.length; audience++) {
      users[audience] += other.users[audience];
      add(titles[audience], other.titles[audience]);
      add(genres[audience], other.genres[audience]);
      add(kinds[audience], other.kinds[audience]);
      add(decades[audience], other.decades[audience]);
    }
    return this;
  }

  private static void add(long[] to, long[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += what[i];
    }
  }

  long users(int audience) {
    return users[audience];
  }

  /** Positions of distinctive titles, best first. */
  List<Integer> titles(int audience, int count) {
    return distinctive(titles, audience, count);
  }

  /** Codes of distinctive genres, best first. */
  List<Integer> genres(int audience, int count) {
    return distinctive(genres, audience, count);
  }

  /** Codes of the kinds that a good part of what the audience likes is, far more than of all. */
  List<Integer> kinds(int audience) {
    return marked(kinds, audience);
  }

  /** The first years of such decades. */
  List<Integer> decades(int audience) {
    return marked(decades, audience).stream().map(decade -> (decade + FIRST_DECADE) * 10).toList();
  }

  private static List<Integer> distinctive(long[][] counts, int audience, int most) {
    double own = total(counts[audience]);
    double all = IntStream.range(0, counts.length).mapToDouble(i -> total(counts[i])).sum();
    TopScores top = new TopScores(most);
    for (int code = 0; code < counts[audience].length; code++) {
      if (counts[audience][code] > 0) {
        double share = counts[audience][code] / own;
        double ofAll = inAll(counts, code) / all;
        double divergence = share * StrictMath.log(share / ofAll);
        if (divergence > 0) {
          top.offer(code, (float) divergence);
        }
      }
    }
    return IntStream.of(top.positions()).boxed().toList();
  }

  private static final double LEAST_SHARE = 0.3;
  private static final double LEAST_LIFT = 1.4;

  private static List<Integer> marked(long[][] counts, int audience) {
    double own = total(counts[audience]);
    double all = IntStream.range(0, counts.length).mapToDouble(i -> total(counts[i])).sum();
    return distinctive(counts, audience, 1).stream()
        .filter(
            code -> {
              double share = counts[audience][code] / own;
              return share >= LEAST_SHARE && share >= LEAST_LIFT * inAll(counts, code) / all;
            })
        .toList();
  }

  private static double inAll(long[][] counts, int code) {
    double sum = 0;
    for (long[] ofAudience : counts) {
      sum += ofAudience[code];
    }
    return sum;
  }

  private static double total(long[] counts) {
    return java.util.Arrays.stream(counts).sum();
  }
}
