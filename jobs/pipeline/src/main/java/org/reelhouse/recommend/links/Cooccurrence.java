package org.reelhouse.recommend.links;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Links a title to the titles that the same users rated: {@code n(a,b) / (n(a) · n(b))^power}, n
 * the users who rated one or both. Power 0.5 is the cosine; more holds popular titles down.
 *
 * @param byTitle titles by users
 * @param byUser the same, users by titles
 * @param most links of a title
 */
record Cooccurrence(SparseMatrix byTitle, SparseMatrix byUser, int most, double power)
    implements Links.Rule {

  @Override
  public IntFunction<Links.To> finder() {
    double[] norms = new double[byTitle.rows()];
    Arrays.setAll(norms, title -> Math.pow(byTitle.count(title), power));
    int[] common = new int[byTitle.rows()];
    int[] touched = new int[byTitle.rows()];
    return title -> {
      int size = 0;
      for (int i = byTitle.start(title); i < byTitle.end(title); i++) {
        int user = byTitle.column(i);
        for (int j = byUser.start(user); j < byUser.end(user); j++) {
          int other = byUser.column(j);
          if (common[other]++ == 0) {
            touched[size++] = other;
          }
        }
      }
      return strongest(title, norms, common, touched, size);
    };
  }

  /** The links of a title, which leaves the counts empty for the next. */
  private Links.To strongest(int title, double[] norms, int[] common, int[] touched, int size) {
    TopScores top = new TopScores(Math.min(most, size));
    for (int i = 0; i < size; i++) {
      int other = touched[i];
      if (other != title) {
        top.offer(other, (float) (common[other] / (norms[title] * norms[other])));
      }
      common[other] = 0;
    }
    return top.links();
  }
}
