package org.reelhouse.recommend;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.RecommendSettings;
import org.reelhouse.recommend.Viewer.Rated;

/**
 * Finds the factors of a user from the ratings and the factors of the titles: the last step of
 * MLlib's ALS, which solves for users after titles. So a user whose ratings are those of training
 * gets the factors of training, and one with newer ratings gets those that fit them.
 */
final class FoldIn {
  private final Map<Integer, Title> titles;
  private final RecommendSettings settings;
  private final double mean;
  private final double[][] gram;

  /**
   * What the models know of a title.
   *
   * @param ranking factors in the ranking model
   * @param rating factors in the rating model: the title's own, then 1 and the title's bias
   */
  record Title(Candidate.Given given, Vector ranking, Vector rating) {}

  /**
   * Fold-in to models.
   *
   * @param titles by their numbers, at least one
   */
  FoldIn(Map<Integer, Title> titles, RecommendSettings settings) {
    this.titles = new TreeMap<>(titles);
    this.settings = settings;
    Candidate.Given all =
        this.titles.values().stream()
            .map(Title::given)
            .reduce(new Candidate.Given(0, 0), Candidate.Given::plus);
    mean = all.sum() / Math.max(1, all.count());
    gram = gram();
  }

  private double[][] gram() {
    int rank = titles.isEmpty() ? 0 : titles.values().iterator().next().ranking().size();
    double[][] sums = new double[rank][rank];
    titles.values().forEach(title -> addOuter(sums, title.ranking(), rank, 1));
    return sums;
  }

  private static void addOuter(double[][] sums, Vector vector, int rank, double weight) {
    for (int i = 0; i < rank; i++) {
      double left = weight * vector.at(i);
      for (int j = 0; j < rank; j++) {
        sums[i][j] += left * vector.at(j);
      }
    }
  }

  /** The factors of a user in the ranking model, or empty if it knows none of the titles rated. */
  @Nullable Vector ranking(List<Rated> rated) {
    List<Rated> known = known(rated);
    if (known.isEmpty()) {
      return null;
    }
    int rank = gram.length;
    double[][] left = new double[rank][];
    for (int i = 0; i < rank; i++) {
      left[i] = gram[i].clone();
    }
    double[] right = new double[rank];
    for (Rated one : known) {
      Vector factors = title(one).ranking();
      double confidence = settings.ranking().alpha() * RankingModel.weight(one.rating());
      addOuter(left, factors, rank, confidence);
      add(right, factors, 1 + confidence);
    }
    return solved(left, right, known.size() * settings.ranking().regularization());
  }

  /**
   * What a user would rate titles, as {@link RatingModel} expects it, 0 to 10.
   *
   * @param numbers of titles, empty for one that nobody rated
   */
  List<@Nullable Double> ratings(List<Rated> rated, List<@Nullable Integer> numbers) {
    List<Rated> known = known(rated);
    int rank = settings.rating().rank();
    double sum = known.stream().mapToDouble(one -> aboveTitle(one, rank)).sum();
    double bias = sum / (known.size() + settings.rating().userDamping());
    Vector factors = ratingFactors(known, bias, rank);
    return numbers.stream()
        .map(number -> number == null ? null : expected(number, bias, factors, rank))
        .collect(Collectors.toList());
  }

  private @Nullable Vector ratingFactors(List<Rated> known, double bias, int rank) {
    if (known.isEmpty()) {
      return null;
    }
    double[][] left = new double[rank][rank];
    double[] right = new double[rank];
    for (Rated one : known) {
      Vector factors = title(one).rating();
      addOuter(left, factors, rank, 1);
      add(right, factors, aboveTitle(one, rank) - bias);
    }
    return solved(left, right, known.size() * settings.rating().regularization());
  }

  private double aboveTitle(Rated one, int rank) {
    return one.rating() - mean - title(one).rating().at(rank + 1);
  }

  private double expected(int number, double bias, @Nullable Vector user, int rank) {
    Title title = titles.get(number);
    double sum = mean + bias;
    if (title != null) {
      sum += title.rating().at(rank + 1);
      for (int i = 0; user != null && i < rank; i++) {
        sum += (double) user.at(i) * title.rating().at(i);
      }
    }
    return Math.min(10, Math.max(0, sum));
  }

  private static void add(double[] sums, Vector vector, double weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * vector.at(i);
    }
  }

  private static Vector solved(double[][] left, double[] right, double ridge) {
    for (int i = 0; i < left.length; i++) {
      left[i][i] += Math.max(ridge, 1e-9);
    }
    RealVector solution =
        new CholeskyDecomposition(new Array2DRowRealMatrix(left, false))
            .getSolver()
            .solve(new ArrayRealVector(right, false));
    float[] values = new float[right.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) solution.getEntry(i);
    }
    return new Vector(values);
  }

  private List<Rated> known(List<Rated> rated) {
    return rated.stream().filter(one -> titles.containsKey(one.number())).toList();
  }

  private Title title(Rated one) {
    return java.util.Objects.requireNonNull(titles.get(one.number()));
  }
}
