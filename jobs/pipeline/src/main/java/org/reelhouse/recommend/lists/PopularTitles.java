package org.reelhouse.recommend.lists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.Popularity;
import org.reelhouse.recommend.catalogue.Titles;

/**
 * Chooses what is popular: of a favourite genre and made in the user's region, then of one of both,
 * then among the users of the source, then among all, then what has most votes elsewhere. Used by
 * one thread alone.
 */
final class PopularTitles {
  /** Orders that are kept in mind, one for each source, genres and region. */
  private static final int MOST_ORDERS = 2000;

  private final Catalogue catalogue;
  private final Map<Stage, int[]> orders = new HashMap<>();

  PopularTitles(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** What the titles of one part of a list have in common. */
  private record Stage(String source, Basis basis, List<String> genres, @Nullable String region) {}

  /**
   * As many titles as asked for, fewer where there are no more.
   *
   * @param open positions to choose from
   */
  List<Choice> choose(Viewer viewer, BitSet open, int count) {
    BitSet left = (BitSet) open.clone();
    List<Choice> choices = new ArrayList<>();
    for (Stage stage :
        stages(viewer.source(), viewer.wishes().genres(), viewer.wishes().region())) {
      if (choices.size() == count) {
        break;
      }
      Popularity.Ranked ranked = catalogue.popularity().in(viewer.source());
      for (int position : order(stage)) {
        if (choices.size() == count) {
          break;
        }
        if (left.get(position)) {
          left.clear(position);
          choices.add(choice(position, ranked, stage));
        }
      }
    }
    return choices;
  }

  private static List<Stage> stages(String source, List<String> genres, @Nullable String region) {
    List<Stage> stages = new ArrayList<>();
    if (!genres.isEmpty() && region != null) {
      stages.add(new Stage(source, Basis.GENRE_AND_REGION, genres, region));
    }
    if (!genres.isEmpty()) {
      stages.add(new Stage(source, Basis.GENRE, genres, null));
    }
    if (region != null) {
      stages.add(new Stage(source, Basis.REGION, List.of(), region));
    }
    stages.add(new Stage(source, Basis.SOURCE, List.of(), null));
    return stages;
  }

  private int[] order(Stage stage) {
    int[] known = orders.get(stage);
    if (known != null) {
      return known;
    }
    if (orders.size() >= MOST_ORDERS) {
      orders.clear();
    }
    int[] order = ordered(stage);
    orders.put(stage, order);
    return order;
  }

  private int[] ordered(Stage stage) {
    Titles titles = catalogue.titles();
    Popularity.Ranked ranked = catalogue.popularity().in(stage.source());
    BitSet genres = titles.genres().codes(stage.genres());
    BitSet regions =
        titles.regions().codes(stage.region() == null ? List.of() : List.of(stage.region()));
    int[] order = new int[ranked.size()];
    int size = 0;
    for (int place = 0; place < order.length; place++) {
      int position = ranked.position(place);
      if ((stage.genres().isEmpty() || titles.genres().hasAny(position, genres))
          && (stage.region() == null || titles.regions().hasAny(position, regions))) {
        order[size++] = position;
      }
    }
    return Arrays.copyOf(order, size);
  }

  private Choice choice(int position, Popularity.Ranked ranked, Stage stage) {
    boolean ofSource = !stage.source().isEmpty() && ranked.isRatedHere(position);
    Basis basis = stage.basis() == Basis.SOURCE && !ofSource ? Basis.ALL : stage.basis();
    return new Choice(
        position, ranked.scoreOf(position), basis, null, text(position, basis, stage));
  }

  private String text(int position, Basis basis, Stage stage) {
    return switch (basis) {
      case GENRE_AND_REGION ->
          "Popular in " + genre(position, stage) + ", made in " + stage.region();
      case GENRE -> "Popular in " + genre(position, stage);
      case REGION -> "Popular, made in " + stage.region();
      case SOURCE -> "Popular among viewers of " + stage.source();
      default -> "Popular";
    };
  }

  /** The first of the favourite genres that the title has. */
  private String genre(int position, Stage stage) {
    Titles titles = catalogue.titles();
    return stage.genres().stream()
        .filter(genre -> titles.genres().hasAny(position, titles.genres().codes(List.of(genre))))
        .findFirst()
        .orElse("");
  }
}
