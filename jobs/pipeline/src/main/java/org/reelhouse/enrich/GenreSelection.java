package org.reelhouse.enrich;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;

/**
 * The genres that overviews imply precisely enough. A genre is learned from the training part. The
 * choosing part says whether it is inferred, and from which score on.
 */
final class GenreSelection {
  /** A genre of fewer overviews of the choosing part shows too little to be chosen. */
  private static final int LEAST_OVERVIEWS = 50;

  private final List<LabelledOverview> training;
  private final List<LabelledOverview> choosing;
  private final double precision;
  private final GenreLearner learner;
  private final List<Vector> vectors;

  private GenreSelection(OverviewParts parts, double precision) {
    this.training = parts.training();
    this.choosing = parts.choosing();
    this.precision = precision;
    this.learner = new GenreLearner(training);
    this.vectors =
        choosing.stream().map(overview -> learner.terms().vector(overview.terms())).toList();
  }

  /** A model of the genres that reach a precision; it may be of none. */
  static GenreModel model(OverviewParts parts, double precision) {
    GenreSelection selection = new GenreSelection(parts, precision);
    List<GenreRule> rules =
        selection.candidates().parallelStream()
            .map(selection.learner::learn)
            .flatMap(selection::chosen)
            .toList();
    return new GenreModel(selection.learner.terms(), rules);
  }

  /** Genres of enough overviews to be chosen, and of some but not all that are learned from. */
  private Set<String> candidates() {
    Set<String> learned = genres(training);
    return genres(choosing).stream()
        .filter(learned::contains)
        .filter(genre -> LabelledOverview.having(genre, training) < training.size())
        .filter(genre -> LabelledOverview.having(genre, choosing) >= LEAST_OVERVIEWS)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> genres(List<LabelledOverview> overviews) {
    return overviews.stream()
        .flatMap(overview -> overview.genres().stream())
        .collect(Collectors.toSet());
  }

  private Stream<GenreRule> chosen(GenreRule rule) {
    double[] scores = vectors.stream().mapToDouble(rule::score).toArray();
    boolean[] correct = new boolean[scores.length];
    for (int i = 0; i < correct.length; i++) {
      correct[i] = choosing.get(i).genres().contains(rule.genre());
    }
    return PrecisionThreshold.of(scores, correct, precision).stream().mapToObj(rule::from);
  }
}
