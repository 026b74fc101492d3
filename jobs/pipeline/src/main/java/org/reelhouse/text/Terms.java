package org.reelhouse.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Reads the terms of an overview: lemmas and pairs of neighbouring lemmas, in their order. */
public final class Terms {
  private static final Pattern MARKUP = Pattern.compile("<[^>]{1,200}>");

  /** Who wrote a synopsis and where it was copied from says nothing of the title. */
  private static final Pattern BOILERPLATE =
      Pattern.compile(
          "[\\[(]\\s*(?:Written by|Source|From|Adapted from|Edited by)\\b[^\\])]{0,200}[\\])]",
          Pattern.CASE_INSENSITIVE);

  private static final int SHORTEST = 3;

  private Terms() {}

  /** The overview without markup, entities, typographic apostrophes and boilerplate. */
  static String clean(String overview) {
    String plain = StringEscapeUtils.unescapeHtml4(overview).replace('’', '\'');
    String text = MARKUP.matcher(plain).replaceAll(" ");
    return BOILERPLATE.matcher(text).replaceAll(" ").strip();
  }

  /** The terms of one overview; proper names and stop words are left out and part neighbours. */
  public static List<String> of(String overview) {
    String text = clean(overview);
    List<String> terms = new ArrayList<>();
    Language language = Language.of(text);
    try (TokenStream tokens = SynopsisAnalyzer.of(language).tokenStream("overview", text)) {
      CharTermAttribute lemma = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      String before = "";
      while (tokens.incrementToken()) {
        String word = lemma.toString();
        if (step.getPositionIncrement() > 1) {
          before = "";
        }
        if (word.length() < SHORTEST
            || !Character.isLetter(word.charAt(0))
            || (language.capitalizesNamesOnly() && isName(text, offset.startOffset()))) {
          before = "";
          continue;
        }
        terms.add(word);
        if (!before.isEmpty()) {
          terms.add(before + " " + word);
        }
        before = word;
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return terms;
  }

  /** A capital within a sentence and small letters after it: the mark of a name. */
  private static boolean isName(String text, int start) {
    boolean capitalised =
        Character.isUpperCase(text.charAt(start))
            && start + 1 < text.length()
            && Character.isLowerCase(text.charAt(start + 1));
    return capitalised && !beginsSentence(text, start);
  }

  private static boolean beginsSentence(String text, int start) {
    int at = start - 1;
    while (at >= 0 && !Character.isLetterOrDigit(text.charAt(at))) {
      if (".!?:\n".indexOf(text.charAt(at)) >= 0) {
        return true;
      }
      at--;
    }
    return at < 0;
  }
}
