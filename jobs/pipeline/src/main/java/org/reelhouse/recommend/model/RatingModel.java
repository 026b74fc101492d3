package org.reelhouse.recommend.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Links;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.observations.Rated;

/**
 * Expects the rating a user would give: mean + user bias + title bias + a · (user factors · title
 * factors) + b · ({@link Neighbourhood}, the influence of the titles that the user rated).
 *
 * <p>Nothing is kept of users: bias and factors of a user follow from what the user rated until
 * now.
 *
 * @param weights a and b
 * @param lowest and {@code highest}: the bounds of the ratings that the model learned from
 */
public record RatingModel(
    RatingFoldIn foldIn,
    Neighbourhood neighbourhood,
    RatingWeights weights,
    double lowest,
    double highest)
    implements LinkedTitles {
  /** In {@code ops.model_version}. */
  public static final String NAME = "recommend-rating";

  /**
   * A model.
   *
   * @param links that the neighbourhood is made of
   */
  static RatingModel of(
      RatingFoldIn foldIn,
      Catalogue.Shared titles,
      TitleLinks links,
      RatingWeights weights,
      double lowest,
      double highest) {
    Map<Integer, Float> biases = new HashMap<>();
    TitleFactors factors = foldIn.titles();
    factors
        .numbers()
        .forEach(
            number -> {
              float[] title = factors.of(number);
              biases.put(number, title == null ? 0 : title[foldIn.rank() + 1]);
            });
    return new RatingModel(
        foldIn, new Neighbourhood(titles, links, foldIn.mean(), biases), weights, lowest, highest);
  }

  /** The same with other weights. */
  public RatingModel weighed(RatingWeights other) {
    return new RatingModel(foldIn, neighbourhood, other, lowest, highest);
  }

  /** The same with the factors of another model of the same ratings. */
  RatingModel with(RatingFoldIn other) {
    return new RatingModel(other, neighbourhood, weights, lowest, highest);
  }

  /**
   * What an expected rating is made of.
   *
   * @param biases mean and both biases; that of a title the model does not know is 0
   * @param factors what the factors say of the rest
   * @param neighbours what the rated titles say of the rest
   */
  public record Parts(double biases, double factors, double neighbours) {}

  /** The ratings of one user after the other title. */
  public final class Ratings {
    private final List<Rated> rated;
    private final float[] user;

    private Ratings(List<Rated> rated) {
      this.rated = rated;
      user = foldIn.user(rated);
    }

    /** The parts of the expected rating of the title with a number. */
    public Parts parts(int number) {
      return new Parts(
          foldIn.biases(user, number),
          foldIn.residual(user, number),
          neighbourhood.of(rated, number).aboveBiases(foldIn.bias(user)));
    }

    /** The expected rating of the title with a number. */
    public double expected(int number) {
      return RatingModel.this.expected(parts(number));
    }
  }

  /** What a user would rate who rated these titles. */
  public Ratings ratings(List<Rated> rated) {
    return new Ratings(rated);
  }

  /** The weighed parts, within the bounds. */
  public double expected(Parts parts) {
    return bounded(
        parts.biases()
            + weights.factors() * parts.factors()
            + weights.neighbours() * parts.neighbours());
  }

  @Override
  public Titles titles() {
    return neighbourhood.titles();
  }

  @Override
  public Links.To influences(int position) {
    return neighbourhood.influences(position);
  }

  public double bounded(double rating) {
    return Math.min(highest, Math.max(lowest, rating));
  }
}
