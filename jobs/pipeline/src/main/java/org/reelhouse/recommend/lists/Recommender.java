package org.reelhouse.recommend.lists;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.recommend.catalogue.TitleFilter;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.TopScores;
import org.reelhouse.recommend.model.RankingModel;

/**
 * Chooses titles for one user at a time: by the ranking model where the user has rated enough, then
 * by popularity, the last places by content where that is asked for; never one the user has rated,
 * and only what passes the filters. Used by one thread alone.
 */
public final class Recommender {
  /** Filters of users whose titles are kept in mind. */
  private static final int MOST_FILTERS = 200;

  private final RankingModel model;
  private final Titles titles;
  private final RecommendSettings settings;
  private final PopularTitles popular;
  private final NewTitles fresh;
  private final BitSet passing;
  private final Map<TitleFilter, BitSet> passingBoth = new HashMap<>();

  public Recommender(RankingModel model, RecommendSettings settings) {
    this.model = model;
    this.settings = settings;
    titles = model.titles();
    popular = new PopularTitles(model.catalogue());
    fresh = new NewTitles(model.catalogue(), settings.newTitles().below());
    passing = TitleFilter.of(settings.filter()).passing(titles);
  }

  public RankingModel model() {
    return model;
  }

  /** As many titles as asked for, best first; fewer only if fewer that pass are unseen. */
  public List<Choice> choose(Viewer viewer, int count) {
    return choose(
        viewer,
        () -> model.scores(Objects.requireNonNull(viewer.factors()), viewer.seen(titles)),
        count);
  }

  /**
   * The same by other scores.
   *
   * @param scores of each position that somebody rated; asked for only where the viewer has rated
   *     enough
   */
  public List<Choice> choose(Viewer viewer, Supplier<float[]> scores, int count) {
    BitSet open = open(viewer);
    boolean personal = viewer.factors() != null && viewer.rated().size() >= settings.personalFrom();
    RecommendSettings.NewTitles places = settings.newTitles();
    int last = Math.min(personal ? places.personal() : places.fallback(), count / 2);
    List<Choice> choices = new ArrayList<>();
    if (personal) {
      add(choices, personal(viewer, scores.get(), open, count - last), open);
    }
    add(choices, popular.choose(viewer, open, count - last - choices.size()), open);
    add(choices, fresh.choose(viewer, open, last), open);
    add(choices, popular.choose(viewer, open, count - choices.size()), open);
    return choices;
  }

  /** The most popular titles among the users of the viewer's source. */
  public List<Choice> popular(Viewer viewer, int count) {
    return popular.choose(viewer.withoutWishes(), open(viewer), count);
  }

  private static void add(List<Choice> choices, List<Choice> more, BitSet open) {
    choices.addAll(more);
    more.forEach(choice -> open.clear(choice.position()));
  }

  /** Positions of the titles that pass and are unseen. */
  private BitSet open(Viewer viewer) {
    TitleFilter filter = viewer.wishes().filter();
    BitSet open = (BitSet) (filter.equals(TitleFilter.ANY) ? passing : both(filter)).clone();
    open.andNot(viewer.seen(titles));
    return open;
  }

  private BitSet both(TitleFilter filter) {
    if (passingBoth.size() >= MOST_FILTERS) {
      passingBoth.clear();
    }
    return passingBoth.computeIfAbsent(
        filter,
        own -> {
          BitSet both = own.passing(titles);
          both.and(passing);
          return both;
        });
  }

  private List<Choice> personal(Viewer viewer, float[] scores, BitSet open, int count) {
    TopScores top = best(scores, open, count);
    int[] liked = viewer.liked(titles).stream().toArray();
    List<Choice> choices = new ArrayList<>();
    for (int position : top.positions()) {
      double score = top.score(choices.size());
      Integer because = mostSimilar(position, liked);
      String text =
          because == null
              ? "Chosen by what you rated"
              : "Because you liked " + titles.name(because);
      choices.add(new Choice(position, score, Basis.BEHAVIOUR, because, text));
    }
    return choices;
  }

  private TopScores best(float[] scores, BitSet open, int count) {
    TopScores top = new TopScores(count);
    float least = top.least();
    for (int position = 0; position < scores.length; position++) {
      if (scores[position] > least && open.get(position) && model.knows(position)) {
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
      if (model.knows(title)) {
        float cosine = model.factors().cosine(position, title);
        if (cosine > bestCosine) {
          best = title;
          bestCosine = cosine;
        }
      }
    }
    return best;
  }
}
