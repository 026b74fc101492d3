package org.reelhouse.recommend.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.Links;
import org.reelhouse.recommend.links.TitleLinks;
import org.reelhouse.recommend.observations.Rated;

/**
 * What the titles that a user rated say about the user's rating of another: how far the ratings lie
 * above the mean and both biases, {@code Σ w e / (Σ |w| + damping)} over the rated titles that
 * {@link TitleLinks} tie to the other (Koren, Factorization Meets the Neighborhood, 2008, section
 * 2.2, with weights of a regression in place of correlations). Titles that cannot be recommended
 * have no influence.
 */
final class Neighbourhood implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Weight of a further title whose rating is as the biases say. */
  private static final double DAMPING = 0.1;

  private final Catalogue.Shared titles;
  private final TitleLinks links;
  private final double mean;
  private final float[] biases;

  /**
   * A neighbourhood.
   *
   * @param mean of all ratings
   * @param biases of the titles by number; that of another is 0
   */
  Neighbourhood(
      Catalogue.Shared titles, TitleLinks links, double mean, Map<Integer, Float> biases) {
    this.titles = titles;
    this.links = links;
    this.mean = mean;
    this.biases = new float[titles.get().rated()];
    biases.forEach(
        (number, bias) -> {
          Integer position = titles.get().position(number);
          if (position != null) {
            this.biases[position] = bias;
          }
        });
  }

  /**
   * The influence of a user's ratings on one title, the bias of the user left open.
   *
   * @param aboveTitles {@code Σ w (r - mean - title bias) / (Σ |w| + damping)}
   * @param share {@code Σ w / (Σ |w| + damping)}
   */
  record Influence(double aboveTitles, double share) {
    static final Influence NONE = new Influence(0, 0);

    /** How far the rating would lie above the mean and both biases. */
    double aboveBiases(double userBias) {
      return aboveTitles - userBias * share;
    }
  }

  /** The influence of ratings on the title with a number. */
  Influence of(List<Rated> rated, int number) {
    Integer title = titles().position(number);
    if (title == null) {
      return Influence.NONE;
    }
    double above = 0;
    double weights = 0;
    double total = DAMPING;
    for (Rated one : rated) {
      Integer from = titles().position(one.number());
      if (from != null) {
        float weight = links.weight(from, title);
        above += weight * (one.rating() - mean - biases[from]);
        weights += weight;
        total += Math.abs(weight);
      }
    }
    return new Influence(above / total, weights / total);
  }

  Titles titles() {
    return titles.get();
  }

  /** The titles that the one at a position has an influence on. */
  Links.To influences(int position) {
    return links.influences(position);
  }
}
