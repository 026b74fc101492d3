package org.reelhouse.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;

/** Which canonical genres a label stands for. */
final class GenreTaxonomy {
  /** Sources have some hundreds of labels; more are no labels, and are not kept in mind. */
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, Optional<String>> parents = new TreeMap<>();
  private final Map<String, List<String>> genresOfKey = new HashMap<>();
  private final Map<String, String> ownerOfKey = new HashMap<>();
  private final Set<String> modifiers = new HashSet<>();
  private final Map<String, Optional<List<String>>> remembered = new ConcurrentHashMap<>();
  private final String file;

  private GenreTaxonomy(String file) {
    this.file = file;
  }

  /**
   * The file as written.
   *
   * @param genres canonical genres
   * @param languages language to the labels in it, each to the canonical genres it stands for
   * @param several labels that stand for more than one canonical genre
   * @param none labels that say nothing about the genre
   * @param modifiers words that say nothing about the genre beside a label that does, in lists
   */
  record Declaration(
      Map<String, Genre> genres,
      @Nullable Map<String, Map<String, List<String>>> languages,
      Map<String, List<String>> several,
      List<String> none,
      @Nullable List<String> modifiers) {}

  /**
   * One canonical genre.
   *
   * @param parent broader genre
   * @param aliases other labels that mean it
   */
  record Genre(@Nullable String parent, @Nullable List<String> aliases) {}

  /**
   * Checks a declaration.
   *
   * @throws PipelineException if a label is claimed twice, or a genre is named that is not declared
   */
  static GenreTaxonomy of(String file, Declaration declaration) {
    GenreTaxonomy taxonomy = new GenreTaxonomy(file);
    declaration.genres().forEach(taxonomy::add);
    taxonomy.checkParents();
    declaration.several().forEach((label, genres) -> taxonomy.add(label, "several", genres));
    declaration.none().forEach(label -> taxonomy.claim(label, "none", List.of()));
    if (declaration.languages() != null) {
      declaration
          .languages()
          .forEach(
              (language, labels) ->
                  labels.forEach((label, genres) -> taxonomy.add(label, language, genres)));
    }
    if (declaration.modifiers() != null) {
      declaration.modifiers().forEach(word -> taxonomy.modifiers.add(Label.key(word)));
    }
    return taxonomy;
  }

  List<String> canonical(Collection<String> labels) {
    TreeSet<String> genres = new TreeSet<>();
    labels.forEach(label -> genres.addAll(genresOf(label).orElse(List.of())));
    return List.copyOf(genres);
  }

  List<String> unmapped(Collection<String> labels) {
    return labels.stream().filter(label -> genresOf(label).isEmpty()).distinct().sorted().toList();
  }

  Optional<String> parent(String genre) {
    return parents.getOrDefault(genre, Optional.empty());
  }

  SortedSet<String> genres() {
    return new TreeSet<>(parents.keySet());
  }

  private Optional<List<String>> genresOf(String label) {
    Optional<List<String>> known = remembered.get(label);
    if (known != null) {
      return known;
    }
    Optional<List<String>> found = found(Label.key(label));
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(label, found);
    }
    return found;
  }

  private Optional<List<String>> found(String key) {
    List<String> declared = genresOfKey.get(key);
    return declared != null
        ? Optional.of(declared)
        : new CompoundLabel(genresOfKey, modifiers).genres(key);
  }

  private void add(String name, Genre genre) {
    parents.put(name, Optional.ofNullable(genre.parent()));
    claim(name, name, List.of(name));
    if (genre.aliases() != null) {
      genre.aliases().forEach(alias -> claim(alias, name, List.of(name)));
    }
  }

  private void add(String label, String owner, List<String> genres) {
    genres.forEach(genre -> checkDeclared(genre, "\"" + label + "\" under " + owner));
    claim(label, owner, List.copyOf(genres));
  }

  private void checkParents() {
    parents.forEach(
        (genre, parent) ->
            parent.ifPresent(
                broader -> {
                  checkDeclared(broader, "the parent of " + genre);
                  checkBroadest(broader, genre);
                }));
  }

  private void checkDeclared(String genre, String place) {
    if (!parents.containsKey(genre)) {
      throw unusable("%s is %s but no genre of this name is declared".formatted(genre, place));
    }
  }

  /** Roll-ups go one step up, so that a parent with a parent would count in neither place. */
  private void checkBroadest(String parent, String genre) {
    if (parent(parent).isPresent()) {
      throw unusable("%s is the parent of %s but has a parent itself".formatted(parent, genre));
    }
  }

  private void claim(String label, String owner, List<String> genres) {
    String key = Label.key(label);
    List<String> former = genresOfKey.putIfAbsent(key, genres);
    if (former != null && !former.equals(genres)) {
      throw unusable(
          "the label \"%s\" stands under %s and %s".formatted(label, ownerOfKey.get(key), owner));
    }
    ownerOfKey.put(key, owner);
  }

  private PipelineException unusable(String problem) {
    return new PipelineException("Cannot use %s: %s. Mend the file.".formatted(file, problem));
  }
}
