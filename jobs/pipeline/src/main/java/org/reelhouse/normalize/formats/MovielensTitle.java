package org.reelhouse.normalize.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title as MovieLens writes it, such as {@code Postman, The (Postino, Il)}, in reading order.
 *
 * @param others titles in parentheses behind it
 */
record MovielensTitle(String title, List<String> others) {
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "an", "la", "le", "l'", "les", "el", "los", "las", "il", "lo", "gli", "i",
          "der", "die", "das", "den", "det", "en", "ett", "un", "une", "una", "uno", "o", "os",
          "as", "de", "het");

  /** No title has as many; what has more is none, and would take its length squared. */
  private static final int MOST_OTHERS = 20;

  private static final Pattern ALSO_KNOWN_AS =
      Pattern.compile("^a\\.?k\\.?a\\.?:?\\s+", Pattern.CASE_INSENSITIVE);

  /** Behind these words the parentheses are part of the title: "Birdman: Or (The …)". */
  private static final Pattern OPEN_END =
      Pattern.compile("(?:\\b(?:or|and|of)|[:&,])$", Pattern.CASE_INSENSITIVE);

  /** Takes apart what stands before the year. */
  static MovielensTitle of(String written) {
    String title = written.strip();
    List<String> others = new ArrayList<>();
    for (int open = lastGroup(title);
        open > 0 && others.size() < MOST_OTHERS;
        open = lastGroup(title)) {
      String before = title.substring(0, open).strip();
      if (before.isEmpty() || OPEN_END.matcher(before).find()) {
        break;
      }
      others.add(0, other(title.substring(open + 1, title.length() - 1)));
      title = before;
    }
    others.removeIf(String::isEmpty);
    return new MovielensTitle(inReadingOrder(title), List.copyOf(others));
  }

  /** Where the parenthesis that the last character closes opens; -1 if it closes none. */
  private static int lastGroup(String title) {
    if (!title.endsWith(")")) {
      return -1;
    }
    int depth = 0;
    for (int i = title.length() - 1; i >= 0; i--) {
      depth += title.charAt(i) == ')' ? 1 : title.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String other(String inside) {
    Matcher alias = ALSO_KNOWN_AS.matcher(inside.strip());
    return inReadingOrder(alias.replaceFirst(""));
  }

  /** {@code Matrix, The} as {@code The Matrix}. */
  static String inReadingOrder(String title) {
    int comma = title.lastIndexOf(", ");
    if (comma <= 0) {
      return title.strip();
    }
    String article = title.substring(comma + 2).strip();
    if (!ARTICLES.contains(article.toLowerCase(Locale.ROOT))) {
      return title.strip();
    }
    String space = article.endsWith("'") ? "" : " ";
    return article + space + title.substring(0, comma).strip();
  }
}
