package org.reelhouse.text;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Stems of English words. They need not be words, since they are only compared. */
public final class EnglishStems {
  private static final Analyzer ENGLISH = new EnglishAnalyzer();

  private EnglishStems() {}

  /** The stems of a text by Porter's stemmer, without stop words and in their order. */
  public static List<String> of(String text) {
    return Token.all(ENGLISH, text).stream().map(Token::word).toList();
  }

  /**
   * The stem of one word by Porter's second stemmer, as the top terms of themes were chosen with.
   *
   * @param word in lower case
   */
  public static String ofWord(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }
}
