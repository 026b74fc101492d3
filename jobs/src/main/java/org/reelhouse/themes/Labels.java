package org.reelhouse.themes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Names themes by their most distinctive terms. A term's score is its part in the relative entropy
 * of theme and corpus, w ln(w / W), with w and W its mean weights there; a frequent term that is as
 * frequent everywhere scores nothing.
 */
final class Labels {
  static final int TOP_TERMS = 10;
  private static final int IN_LABEL = 3;

  private final Vocabulary vocabulary;
  private final Profile corpus;
  private final Set<String> usedLabels = new HashSet<>();
  private final Set<String> usedIds = new HashSet<>();

  Labels(Vocabulary vocabulary, Profile corpus) {
    this.vocabulary = vocabulary;
    this.corpus = corpus;
  }

  /** The theme with a label and an id that no theme named before has. */
  Theme name(Profile profile, @Nullable String parent) {
    List<Integer> terms = topTerms(profile);
    List<String> words = terms.stream().map(vocabulary.terms()::get).toList();
    return new Theme(id(words), label(words), terms, profile, parent);
  }

  private List<Integer> topTerms(Profile profile) {
    List<Integer> top = new ArrayList<>();
    Set<String> words = new HashSet<>();
    IntStream.range(0, vocabulary.terms().size())
        .boxed()
        .filter(term -> score(profile, term) > 0)
        .sorted(
            Comparator.comparingDouble((Integer term) -> -score(profile, term))
                .thenComparing(term -> term))
        .takeWhile(term -> top.size() < TOP_TERMS)
        .forEach(
            term -> {
              List<String> parts = List.of(vocabulary.terms().get(term).split(" "));
              // "high school", "high" and "school" together would say one thing three times.
              if (parts.stream().noneMatch(words::contains)) {
                words.addAll(parts);
                top.add(term);
              }
            });
    return top;
  }

  private double score(Profile profile, int term) {
    double weight = profile.weight(term);
    return weight <= 0 ? 0 : weight * Math.log(weight / corpus.weight(term));
  }

  private String label(List<String> words) {
    for (int count = IN_LABEL; count <= words.size(); count++) {
      String label = String.join(", ", words.subList(0, count));
      if (usedLabels.add(label)) {
        return label;
      }
    }
    String all = words.isEmpty() ? "other" : String.join(", ", words);
    return firstFree(all, usedLabels, " ");
  }

  private String id(List<String> words) {
    String text = String.join("|", words.stream().sorted().toList());
    return "th" + sha256(firstFree(text, usedIds, "|")).substring(0, 12);
  }

  private static String firstFree(String text, Set<String> used, String separator) {
    String candidate = text;
    for (int number = 2; !used.add(candidate); number++) {
      candidate = text + separator + number;
    }
    return candidate;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
