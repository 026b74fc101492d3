package org.reelhouse.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses titles for one user at a time: by the ranking model where the user has rated enough, then
 * by popularity; never one the user has rated.
 */
final class Recommender {
  private final Catalogue catalogue;
  private final int personalFrom;

  /**
   * A recommender.
   *
   * @param personalFrom ratings a user needs for personal recommendations
   */
  Recommender(Catalogue catalogue, int personalFrom) {
    this.catalogue = catalogue;
    this.personalFrom = personalFrom;
  }

  /**
   * One recommended title.
   *
   * @param position in the catalogue
   * @param personal whether the ranking model chose it
   * @param because position of a liked title it resembles
   */
  record Choice(int position, double score, boolean personal, @Nullable Integer because) {}

  /** As many titles as asked for, best first; fewer only if fewer candidates are unseen. */
  List<Choice> choose(Viewer viewer, int count) {
    BitSet taken = viewer.seen(catalogue);
    List<Choice> choices = new ArrayList<>(personal(viewer, taken, count));
    choices.forEach(choice -> taken.set(choice.position()));
    choices.addAll(popular(viewer, taken, count - choices.size()));
    return choices;
  }

  private List<Choice> personal(Viewer viewer, BitSet seen, int count) {
    if (viewer.factors() == null || viewer.rated().size() < personalFrom) {
      return List.of();
    }
    TopScores top = best(viewer.factors(), seen, count);
    int[] liked = viewer.liked(catalogue).stream().toArray();
    List<Choice> choices = new ArrayList<>();
    for (int position : top.positions()) {
      double score = top.score(choices.size());
      choices.add(new Choice(position, score, true, mostSimilar(position, liked)));
    }
    return choices;
  }

  private TopScores best(Vector factors, BitSet seen, int count) {
    TopScores top = new TopScores(count);
    float[] scores = catalogue.factors().scores(factors);
    float least = top.least();
    for (int position = 0; position < scores.length; position++) {
      if (scores[position] > least && !seen.get(position) && catalogue.factors().knows(position)) {
        top.offer(position, scores[position]);
        least = top.least();
      }
    }
    return top;
  }

  private @Nullable Integer mostSimilar(int position, int[] liked) {
    Integer best = null;
    float bestCosine = Float.NEGATIVE_INFINITY;
    for (int title : liked) {
      if (catalogue.factors().knows(title)) {
        float cosine = catalogue.factors().cosine(position, title);
        if (cosine > bestCosine) {
          best = title;
          bestCosine = cosine;
        }
      }
    }
    return best;
  }

  /** The most popular titles among the users of the viewer's source. */
  List<Choice> popular(Viewer viewer, BitSet taken, int count) {
    Popularity.Ranked ranked = catalogue.popularity().in(viewer.source());
    List<Choice> choices = new ArrayList<>();
    for (int place = 0; place < ranked.size() && choices.size() < count; place++) {
      if (!taken.get(ranked.position(place))) {
        choices.add(new Choice(ranked.position(place), ranked.score(place), false, null));
      }
    }
    return choices;
  }
}
