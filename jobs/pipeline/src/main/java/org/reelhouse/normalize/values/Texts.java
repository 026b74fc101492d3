package org.reelhouse.normalize.values;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;

/** Text as people wrote it, out of the dirt of dumps. */
public final class Texts {
  public static final Pattern COMMA = Pattern.compile(",");
  public static final Pattern BAR = Pattern.compile("\\|");

  private static final Set<String> MISSING =
      Set.of("", "n/a", "none", "unknown", "null", "nan", "-", "\\n", "undefined", "not available");
  private static final Pattern ENTITY = Pattern.compile("&(#?\\w{2,31});");

  /** Beyond U+10FFFF there is no character: 1,100,000 and up, or hexadecimal 110000 and up. */
  private static final Pattern BEYOND_UNICODE =
      Pattern.compile(
          "&#(?:0*(?:1[1-9]|[2-9]\\d|\\d{3,})\\d{5}|[xX]0*(?:1[1-9a-fA-F]|[2-9a-fA-F]\\p{XDigit}|\\p{XDigit}{3,})\\p{XDigit}{4});?");

  // The zero-width joiners are no dirt: Persian and Indic words are spelled with them.
  private static final String INVISIBLE =
      "\u00AD\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\uFEFF\uFFFD";

  private static final char FIRST_INVISIBLE = '\u00AD';

  private Texts() {}

  /**
   * The text with entities resolved (twice-escaped ones too), without control and zero-width
   * characters, each run of blanks one space; null if nothing remains. A film may be called "None"
   * or "Unknown", so such words stay: see {@link #known}.
   */
  public static @Nullable String clean(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean = tidy(unescaped(text));
    return clean.isEmpty() ? null : clean;
  }

  /** The clean text, null if it is one of the words for a missing value. */
  public static @Nullable String known(@Nullable String text) {
    String clean = clean(text);
    return missing(clean) ? null : clean;
  }

  /** Whether the text is absent, blank, or a word such as N/A, None, Unknown, null or nan. */
  public static boolean missing(@Nullable String text) {
    return text == null || MISSING.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** The known elements of a list, clean, in their order, each once; null if there are none. */
  public static @Nullable List<String> list(@Nullable String text, Pattern separator) {
    String clean = clean(text);
    return clean == null ? null : known(Stream.of(separator.split(clean, -1)));
  }

  /** The known elements, clean, in their order, each once; null if there are none. */
  public static @Nullable List<String> known(Stream<? extends @Nullable String> elements) {
    return present(elements, Texts::known);
  }

  /** The elements that a parser understands, sorted, each once; null if there are none. */
  public static @Nullable List<String> sorted(
      @Nullable Collection<String> elements, Function<String, @Nullable String> parser) {
    List<String> parsed = parsed(elements, parser);
    return parsed == null ? null : parsed.stream().sorted().toList();
  }

  /** The elements that a parser understands, in their order, each once; null if there are none. */
  public static @Nullable List<String> parsed(
      @Nullable Collection<String> elements, Function<String, @Nullable String> parser) {
    return elements == null ? null : present(elements.stream(), parser);
  }

  private static @Nullable List<String> present(
      Stream<? extends @Nullable String> elements, Function<String, @Nullable String> parser) {
    List<String> present =
        elements
            .flatMap(Stream::ofNullable)
            .map(parser)
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
    return present.isEmpty() ? null : present;
  }

  /** Every cell of every dump passes here, so it is one pass over the characters. */
  private static String tidy(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean blankBefore = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (isBlank(character)) {
        blankBefore = true;
      } else if (character < FIRST_INVISIBLE || INVISIBLE.indexOf(character) < 0) {
        if (blankBefore && !tidy.isEmpty()) {
          tidy.append(' ');
        }
        tidy.append(character);
        blankBefore = false;
      }
    }
    return tidy.toString();
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character);
  }

  private static String unescaped(String text) {
    String once = hasEntity(text) ? unescapedOnce(text) : text;
    return hasEntity(once) ? unescapedOnce(once) : once;
  }

  private static String unescapedOnce(String text) {
    try {
      return StringEscapeUtils.unescapeHtml4(text);
    } catch (IllegalArgumentException beyondUnicode) {
      return StringEscapeUtils.unescapeHtml4(BEYOND_UNICODE.matcher(text).replaceAll("\uFFFD"));
    }
  }

  private static boolean hasEntity(String text) {
    return text.indexOf('&') >= 0 && ENTITY.matcher(text).find();
  }
}
