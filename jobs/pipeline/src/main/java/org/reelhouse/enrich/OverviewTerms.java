package org.reelhouse.enrich;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Reads which words an overview has, and which pairs of neighbouring words; how often is mostly a
 * matter of names.
 */
final class OverviewTerms {
  private static final Analyzer ENGLISH = new EnglishAnalyzer();

  private OverviewTerms() {}

  /** Hashes of the stems and of their pairs without stop words, ascending and each once. */
  static int[] of(String overview) {
    IntStream.Builder hashes = IntStream.builder();
    try (TokenStream tokens = ENGLISH.tokenStream("overview", overview)) {
      CharTermAttribute stem = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      String before = "";
      while (tokens.incrementToken()) {
        String word = stem.toString();
        hashes.add(hash(word));
        if (!before.isEmpty()) {
          hashes.add(hash(before + " " + word));
        }
        before = word;
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return hashes.build().sorted().distinct().toArray();
  }

  private static int hash(String term) {
    return MurmurHash3.hash32x86(term.getBytes(StandardCharsets.UTF_8));
  }
}
