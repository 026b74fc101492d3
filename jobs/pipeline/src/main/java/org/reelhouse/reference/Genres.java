package org.reelhouse.reference;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The taxonomy of {@code conf/genres.yaml}. */
public final class Genres {
  private static final GenreTaxonomy TAXONOMY =
      GenreTaxonomy.of(
          "conf/genres.yaml",
          ReferenceFile.load("conf/genres.yaml", GenreTaxonomy.Declaration.class));

  private Genres() {}

  /** Canonical genres of labels as a source spells them, sorted, each once. */
  public static List<String> canonical(@Nullable List<String> labels) {
    return TAXONOMY.canonical(labels == null ? List.of() : labels);
  }

  /** The labels that the taxonomy does not know, sorted, each once. */
  public static List<String> unmapped(@Nullable List<String> labels) {
    return TAXONOMY.unmapped(labels == null ? List.of() : labels);
  }

  /** The broader genre of a canonical genre, if it has one. */
  public static Optional<String> parent(String genre) {
    return TAXONOMY.parent(genre);
  }

  /** Every canonical genre. */
  public static SortedSet<String> all() {
    return TAXONOMY.genres();
  }
}
