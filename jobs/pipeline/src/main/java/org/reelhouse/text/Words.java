package org.reelhouse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words as they stand in a text, in any language that puts something between them. */
public final class Words {
  private Words() {}

  /** The runs of letters of a text, in lower case and in their order. */
  public static List<String> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= lower.length(); at++) {
      if (at == lower.length() || !Character.isLetter(lower.charAt(at))) {
        if (at > start) {
          words.add(lower.substring(start, at));
        }
        start = at + 1;
      }
    }
    return words;
  }
}
