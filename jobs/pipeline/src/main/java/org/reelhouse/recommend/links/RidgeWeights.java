package org.reelhouse.recommend.links;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Weighs the titles that go with a title so that together they predict who rated it: ridge
 * regression of the title's column on those of its strongest {@link Cooccurrence} alone, {@code w =
 * (G + λI)⁻¹ g}. That is EASE (Steck, Embarrassingly Shallow Autoencoders, 2019) solved in each
 * neighbourhood instead of by one inverse of titles times titles: the cost grows with the titles.
 *
 * @param neighbours finds the titles that may get a weight
 * @param raters for each title the users who rated it, one bit each
 */
record RidgeWeights(Cooccurrence neighbours, Raters raters, double regularization)
    implements Links.Rule {

  @Override
  public IntFunction<Links.To> finder() {
    IntFunction<Links.To> near = neighbours.finder();
    return title -> weighed(title, near.apply(title));
  }

  private Links.To weighed(int title, Links.To near) {
    int size = near.size();
    int[] titles = new int[size];
    Arrays.setAll(titles, near::row);
    double[] packed = new double[size * (size + 1) / 2];
    double[] weights = new double[size];
    int place = 0;
    for (int column = 0; column < size; column++) {
      for (int row = 0; row <= column; row++) {
        packed[place++] =
            raters.common(titles[row], titles[column]) + (row == column ? regularization : 0);
      }
      weights[column] = raters.common(titles[column], title);
    }
    Equations.solve(packed, weights);
    return new Links.To(titles, Vector.rounded(weights));
  }
}
