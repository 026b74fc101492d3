package org.reelhouse.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * A language that overviews are written in.
 *
 * @param name in English
 * @param functionWords words that hold sentences together and say nothing of a story
 */
record Language(String name, CharArraySet functionWords) {
  /** English first, the language of a text that no other is clearly found for. */
  static final List<Language> ALL =
      List.of(
          new Language("English", EnglishWords.STOP_WORDS),
          new Language("Catalan", CatalanAnalyzer.getDefaultStopSet()),
          new Language("Danish", DanishAnalyzer.getDefaultStopSet()),
          new Language("Dutch", DutchAnalyzer.getDefaultStopSet()),
          new Language("Finnish", FinnishAnalyzer.getDefaultStopSet()),
          new Language("French", FrenchAnalyzer.getDefaultStopSet()),
          new Language("German", GermanAnalyzer.getDefaultStopSet()),
          new Language("Hungarian", HungarianAnalyzer.getDefaultStopSet()),
          new Language("Indonesian", IndonesianAnalyzer.getDefaultStopSet()),
          new Language("Italian", ItalianAnalyzer.getDefaultStopSet()),
          new Language("Norwegian", NorwegianAnalyzer.getDefaultStopSet()),
          new Language("Portuguese", PortugueseAnalyzer.getDefaultStopSet()),
          new Language("Romanian", RomanianAnalyzer.getDefaultStopSet()),
          new Language("Russian", RussianAnalyzer.getDefaultStopSet()),
          new Language("Spanish", SpanishAnalyzer.getDefaultStopSet()),
          new Language("Swedish", SwedishAnalyzer.getDefaultStopSet()),
          new Language("Turkish", TurkishAnalyzer.getDefaultStopSet()));

  /** Letters of a text that are read: enough for a dozen function words. */
  private static final int READ = 300;

  /** Function word to the places in {@link #ALL} of the languages that have it. */
  private static final Map<String, List<Integer>> LANGUAGES_OF = languagesOf();

  static Language english() {
    return ALL.get(0);
  }

  boolean isEnglish() {
    return name.equals(english().name);
  }

  /** Whether a capital within a sentence marks a name, as it does not in German. */
  boolean capitalizesNamesOnly() {
    return !name.equals("German");
  }

  /**
   * The language of a text: the one of which it has most function words (Grefenstette 1995), by at
   * least two more than of English.
   */
  static Language of(String overview) {
    int[] found = new int[ALL.size()];
    for (String word : Words.of(overview.substring(0, Math.min(overview.length(), READ)))) {
      for (int language : LANGUAGES_OF.getOrDefault(word, List.of())) {
        found[language]++;
      }
    }
    found[0] += 1;
    int best = 0;
    for (int language = 1; language < found.length; language++) {
      best = found[language] > found[best] ? language : best;
    }
    return ALL.get(best);
  }

  private static Map<String, List<Integer>> languagesOf() {
    Map<String, List<Integer>> languages = new HashMap<>();
    for (int place = 0; place < ALL.size(); place++) {
      for (Object word : ALL.get(place).functionWords()) {
        languages.computeIfAbsent(new String((char[]) word), any -> new ArrayList<>()).add(place);
      }
    }
    return languages;
  }
}
