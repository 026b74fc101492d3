package org.reelhouse.recommend.links;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * For each title the users who rated it, as a list, and as one bit for each user where that takes
 * less.
 */
final class Raters implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SparseMatrix byTitle;
  private final long[] @Nullable [] bits;

  Raters(SparseMatrix byTitle) {
    this.byTitle = byTitle;
    int words = (byTitle.columns() + Long.SIZE - 1) / Long.SIZE;
    bits = new long[byTitle.rows()][];
    for (int title = 0; title < bits.length; title++) {
      if (byTitle.count(title) > words) {
        bits[title] = bits(title, words);
      }
    }
  }

  private long[] bits(int title, int words) {
    long[] users = new long[words];
    for (int entry = byTitle.start(title); entry < byTitle.end(title); entry++) {
      int user = byTitle.column(entry);
      users[user / Long.SIZE] |= 1L << user;
    }
    return users;
  }

  /** How many users rated both titles. */
  int common(int one, int other) {
    long[] left = bits[one];
    long[] right = bits[other];
    if (left != null && right != null) {
      return common(left, right);
    }
    if (left != null) {
      return common(other, left);
    }
    return right == null ? inLists(one, other) : common(one, right);
  }

  private static int common(long[] left, long[] right) {
    int count = 0;
    for (int word = 0; word < left.length; word++) {
      count += Long.bitCount(left[word] & right[word]);
    }
    return count;
  }

  private int common(int title, long[] users) {
    int count = 0;
    for (int entry = byTitle.start(title); entry < byTitle.end(title); entry++) {
      int user = byTitle.column(entry);
      count += (int) (users[user / Long.SIZE] >>> user & 1);
    }
    return count;
  }

  private int inLists(int one, int other) {
    int count = 0;
    int left = byTitle.start(one);
    int right = byTitle.start(other);
    while (left < byTitle.end(one) && right < byTitle.end(other)) {
      int order = Integer.compare(byTitle.column(left), byTitle.column(right));
      count += order == 0 ? 1 : 0;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return count;
  }
}
