package org.reelhouse.text;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Lucene's analysis for synopses. English words are reduced by KStem, to other words, so that a
 * label needs no way back from stems; words of other languages stay as they are.
 */
final class SynopsisAnalyzer extends Analyzer {
  private static final Map<String, SynopsisAnalyzer> ALL =
      Language.ALL.stream().collect(Collectors.toMap(Language::name, SynopsisAnalyzer::new));

  private final Language language;

  private SynopsisAnalyzer(Language language) {
    this.language = language;
  }

  /** The analyzer for texts in a language. */
  static SynopsisAnalyzer of(Language language) {
    return Objects.requireNonNull(ALL.get(language.name()));
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer tokenizer = new StandardTokenizer();
    return new TokenStreamComponents(
        tokenizer, language.isEnglish() ? english(tokenizer) : other(tokenizer));
  }

  private static TokenStream english(Tokenizer tokenizer) {
    TokenStream tokens = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
    tokens = new StopFilter(tokens, EnglishWords.STOP_WORDS);
    tokens = new KStemFilter(new StemmerOverrideFilter(tokens, EnglishWords.LEMMAS));
    return new StopFilter(tokens, EnglishWords.STOP_WORDS);
  }

  private TokenStream other(Tokenizer tokenizer) {
    TokenStream tokens =
        new ElisionFilter(new LowerCaseFilter(tokenizer), FrenchAnalyzer.DEFAULT_ARTICLES);
    return new StopFilter(tokens, language.functionWords());
  }
}
