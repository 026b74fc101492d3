package org.reelhouse.samples.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The latent-factor model behind the ratings: a user's mean, a title's quality, and the product of
 * their factors. A title's factors are those of its genres and some of its own.
 */
public final class Tastes {
  private static final int FACTORS = 6;
  private static final double ROOT = StrictMath.sqrt(FACTORS);

  private final World world;
  private final Map<Genre, double[]> genres = new EnumMap<>(Genre.class);

  public Tastes(World world) {
    this.world = world;
    for (Genre genre : Genre.values()) {
      genres.put(genre, factors("factors of " + genre, 0));
    }
  }

  /** A user of one of the ratings dumps. */
  public static final class User {
    private final double bias;
    private final double[] factors;

    private User(double bias, double[] factors) {
      this.bias = bias;
      this.factors = factors;
    }
  }

  public User user(String dump, long number) {
    return new User(
        0.7 * world.chance("bias " + dump, number).gaussian(), factors("user " + dump, number));
  }

  /** How much a user likes what a title is about, some -3 to 3. */
  public double affinity(User user, Traits traits) {
    double own = product(user.factors, factors("item", traits.root()));
    double shared = 0;
    for (Genre genre : traits.genres()) {
      shared += product(user.factors, Objects.requireNonNull(genres.get(genre)));
    }
    return (shared / traits.genres().size() + 0.4 * own) / ROOT;
  }

  /** A rating between 1 and 10, not yet rounded. */
  public static double rating(User user, Traits traits, double affinity, Chance chance) {
    double rating =
        7.1 + user.bias + 0.8 * traits.quality() + 1.2 * affinity + 0.7 * chance.gaussian();
    return Math.min(10, Math.max(1, rating));
  }

  private static double product(double[] left, double[] right) {
    double product = 0;
    for (int factor = 0; factor < FACTORS; factor++) {
      product += left[factor] * right[factor];
    }
    return product;
  }

  private double[] factors(String purpose, long index) {
    Chance chance = world.chance(purpose, index);
    double[] factors = new double[FACTORS];
    for (int factor = 0; factor < FACTORS; factor++) {
      factors[factor] = chance.gaussian();
    }
    return factors;
  }
}
