package org.reelhouse.recommend.lists;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reelhouse.recommend.catalogue.Catalogue;
import org.reelhouse.recommend.catalogue.ContentIndex;
import org.reelhouse.recommend.catalogue.Titles;
import org.reelhouse.recommend.links.TopScores;
import org.reelhouse.recommend.observations.Rated;

/**
 * Chooses among titles that hardly anybody rated, by their content: those most like one of the
 * titles the user liked best, and without such the most voted-for of a favourite genre. Used by one
 * thread alone.
 */
final class NewTitles {
  /** Liked titles that are looked around, the best rated: bounds the cost of a user. */
  private static final int LIKED = 20;

  private final Catalogue catalogue;
  private final ContentIndex.Finder finder;
  private final BitSet isNew;

  /**
   * A chooser.
   *
   * @param below ratings that a title which is not new has
   */
  NewTitles(Catalogue catalogue, int below) {
    this.catalogue = catalogue;
    Titles titles = catalogue.titles();
    finder = titles.content().finder();
    isNew = new BitSet(titles.size());
    for (int position = 0; position < titles.size(); position++) {
      isNew.set(position, catalogue.ratings(position) < below);
    }
  }

  /** At most as many titles as asked for, best first. */
  List<Choice> choose(Viewer viewer, BitSet open, int count) {
    if (count == 0) {
      return List.of();
    }
    BitSet among = (BitSet) isNew.clone();
    among.and(open);
    List<Choice> choices = new ArrayList<>(likeLiked(viewer, among, count));
    List<String> genres = viewer.wishes().genres();
    if (choices.size() < count && !genres.isEmpty()) {
      choices.forEach(choice -> among.clear(choice.position()));
      choices.addAll(ofGenres(genres, among, count - choices.size()));
    }
    return choices;
  }

  private List<Choice> likeLiked(Viewer viewer, BitSet among, int count) {
    Titles titles = catalogue.titles();
    Map<Integer, Choice> best = new TreeMap<>();
    for (int liked : best(viewer, titles)) {
      TopScores similar = finder.similar(liked, among, count);
      int[] positions = similar.positions();
      for (int place = 0; place < positions.length; place++) {
        Choice choice =
            new Choice(
                positions[place],
                similar.score(place),
                Basis.CONTENT,
                liked,
                "New, like " + titles.name(liked));
        best.merge(
            choice.position(), choice, (one, other) -> other.score() > one.score() ? other : one);
      }
    }
    return best.values().stream()
        .sorted(Comparator.comparingDouble(choice -> -choice.score()))
        .limit(count)
        .toList();
  }

  /** The positions of the liked titles that were rated highest. */
  private static int[] best(Viewer viewer, Titles titles) {
    BitSet liked = viewer.liked(titles);
    return viewer.rated().stream()
        .sorted(
            Comparator.comparingDouble((Rated one) -> -one.rating())
                .thenComparingInt(Rated::number))
        .map(one -> titles.position(one.number()))
        .filter(position -> position != null && liked.get(position))
        .limit(LIKED)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<Choice> ofGenres(List<String> genres, BitSet among, int count) {
    Titles titles = catalogue.titles();
    BitSet codes = titles.genres().codes(genres);
    List<Choice> choices = new ArrayList<>();
    for (int position : titles.byVotes()) {
      if (choices.size() == count) {
        break;
      }
      if (among.get(position) && titles.genres().hasAny(position, codes)) {
        String genre =
            genres.stream()
                .filter(
                    one -> titles.genres().hasAny(position, titles.genres().codes(List.of(one))))
                .findFirst()
                .orElse("");
        choices.add(new Choice(position, 0, Basis.GENRE, null, "New in " + genre));
      }
    }
    return choices;
  }
}
