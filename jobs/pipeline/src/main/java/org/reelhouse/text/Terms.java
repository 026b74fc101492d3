package org.reelhouse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

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
    Language language = Language.of(text);
    List<String> terms = new ArrayList<>();
    String before = "";
    for (Token token : Token.all(SynopsisAnalyzer.of(language), text)) {
      boolean taken =
          isWord(token) && !(language.capitalizesNamesOnly() && isName(text, token.start()));
      if (taken) {
        terms.add(token.word());
        if (!before.isEmpty() && !token.afterGap()) {
          terms.add(before + " " + token.word());
        }
      }
      before = taken ? token.word() : "";
    }
    return terms;
  }

  private static boolean isWord(Token token) {
    return token.word().length() >= SHORTEST && Character.isLetter(token.word().charAt(0));
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
