package org.reelhouse.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a title is. Tables and files hold it as {@link #text}. */
public enum Kind {
  MOVIE,
  SERIES,
  SPECIAL,
  /** An original video animation, published on discs. */
  OVA,
  /** An original net animation, published on the web. */
  ONA,
  MUSIC,
  SHORT,
  /** One episode of a series; only in catalogues that matching is judged on. */
  EPISODE,
  /** Not stated; likewise. */
  UNKNOWN;

  private static final List<String> OF_TITLES =
      EnumSet.range(MOVIE, SHORT).stream().map(Kind::text).toList();

  private static final Map<String, Kind> BY_TEXT =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(Kind::text, Function.identity()));

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The word for it in tables and files, such as {@code movie}. */
  public String text() {
    return text;
  }

  /** The words for all that a title of the lake can be. */
  public static List<String> ofTitles() {
    return OF_TITLES;
  }

  /**
   * The kind of this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Kind of(@Nullable String text) {
    Kind kind = text == null ? null : BY_TEXT.get(text);
    if (kind == null) {
      throw new IllegalArgumentException("There is no such kind of title: " + text);
    }
    return kind;
  }
}
