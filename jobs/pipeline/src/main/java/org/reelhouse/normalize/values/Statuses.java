package org.reelhouse.normalize.values;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a title stands between rumour and release. */
public final class Statuses {
  private static final Map<String, String> STATUSES =
      Map.ofEntries(
          Map.entry("released", "released"),
          Map.entry("ended", "released"),
          Map.entry("finished airing", "released"),
          Map.entry("airing", "airing"),
          Map.entry("currently airing", "airing"),
          Map.entry("returning series", "airing"),
          Map.entry("upcoming", "upcoming"),
          Map.entry("not yet aired", "upcoming"),
          Map.entry("in production", "in_production"),
          Map.entry("post production", "in_production"),
          Map.entry("planned", "planned"),
          Map.entry("pilot", "planned"),
          Map.entry("canceled", "canceled"),
          Map.entry("cancelled", "canceled"),
          Map.entry("rumored", "rumored"),
          Map.entry("rumoured", "rumored"));

  private Statuses() {}

  /** The status a source's words mean, null for words it does not know. */
  public static @Nullable String of(@Nullable String words) {
    String known = Texts.known(words);
    return known == null
        ? null
        : STATUSES.get(known.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' '));
  }
}
