package org.reelhouse.match.comparison;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Source titles and their titles, as catalogues write them and as nobody should. Few words, years
 * and people make many of them alike.
 */
public final class AnyListing extends DomainContextBase {
  private static final String[] WORDS = {
    "silent", "Silent", "silence", "valley", "valleys", "vally", "night", "nights", "nigth", "king",
    "attack", "titan", "titans", "moon", "special", "movie", "film", "the", "The", "a", "and", "of",
    "no", "part", "Part", "season", "Season", "second", "2nd", "two", "2", "II", "ii", "III", "3",
    "1", "I", "V", "X", "10", "007", "episode", "Amélie", "Señor", "Straße", "STRAẞE", "Đorđe",
    "đorđe", "ışık", "Война", "進撃の巨人", "진격의", "عربي", "עברית"
  };

  private static final String[] SIGNS = {
    " ",
    " ",
    " ",
    ": ",
    " - ",
    ", ",
    "'",
    "’",
    "& ",
    " & ",
    "!",
    "…",
    " (",
    ") ",
    " [",
    "] ",
    "/",
    ", The",
    " (TV)",
    " (2011)",
    "  ",
    "\t",
    "\n",
    "™",
    "½",
    "²",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u0301",
    "\u20e3",
    "\u3000",
    "😀",
    "👩‍👩‍👧",
    "\ud83d",
    "\ude00",
    "\0",
    "|",
    ":",
    "="
  };

  private static final int LONGEST = 10_000;

  /** Titles, among them of signs only and of any characters at all, but no empty one. */
  @Provide
  Arbitrary<String> title() {
    Arbitrary<String> usual =
        words().list().ofMinSize(1).ofMaxSize(5).map(words -> String.join(" ", words));
    Arbitrary<String> mixed =
        Arbitraries.oneOf(words(), Arbitraries.of(SIGNS))
            .list()
            .ofMinSize(1)
            .ofMaxSize(9)
            .map(pieces -> String.join("", pieces));
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(30);
    return Arbitraries.frequencyOf(Tuple.of(6, usual), Tuple.of(3, mixed), Tuple.of(1, any))
        .filter(title -> !title.isBlank());
  }

  /** Words of titles. */
  public static Arbitrary<String> words() {
    return Arbitraries.of(WORDS);
  }

  /** One word or sign over and over, ten thousand characters in all. */
  static Arbitrary<String> endless() {
    return Arbitraries.oneOf(words(), Arbitraries.of(SIGNS))
        .map(piece -> piece.repeat(LONGEST / piece.length() + 1).substring(0, LONGEST))
        .filter(title -> !title.isBlank());
  }

  /** How many works bear a name. */
  @Provide
  Arbitrary<Integer> namesakes() {
    return Arbitraries.integers().between(1, 9);
  }

  @Provide
  Arbitrary<Random> random() {
    return Arbitraries.randoms();
  }

  @Provide
  Arbitrary<TitleKey> key() {
    return title().map(TitleKey::of);
  }

  @Provide
  Arbitrary<Listing> listing() {
    Map<String, Arbitrary<?>> columns = columns();
    List<String> names = new ArrayList<>(columns.keySet());
    List<Arbitrary<Object>> cells = new ArrayList<>();
    columns.values().forEach(cell -> cells.add(cell.asGeneric()));
    return Combinators.combine(cells).as(values -> listing(names, values));
  }

  private static Listing listing(List<String> names, List<Object> values) {
    Map<String, Object> present = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (values.get(i) != null) {
        present.put(names.get(i), values.get(i));
      }
    }
    return new Listing(present);
  }

  private Map<String, Arbitrary<?>> columns() {
    Map<String, Arbitrary<?>> columns = new LinkedHashMap<>();
    columns.put("source", Arbitraries.of("a", "b", "c", "d"));
    columns.put("source_id", Arbitraries.integers().between(1, 99).map(String::valueOf));
    columns.put("kind", Arbitraries.of("movie", "series", "ova", "short", "episode", "unknown"));
    columns.put("title", title());
    columns.put("original_title", title().injectNull(0.7));
    columns.put("alt_titles", title().list().ofMaxSize(3).uniqueElements());
    columns.put("release_date", Arbitraries.of(days()).injectNull(0.4));
    columns.put("release_year", Arbitraries.of(1900, 2014, 2015, 2016).injectNull(0.3));
    columns.put("runtime_minutes", Arbitraries.of(0, 1, 24, 90, 93, 120, 600).injectNull(0.3));
    columns.put("seasons", Arbitraries.of(0, 1, 2).injectNull(0.5));
    columns.put("episodes", Arbitraries.of(0, 1, 2, 12, 13, 1000).injectNull(0.5));
    columns.put("collection", title().injectNull(0.7));
    columns.put("score", Arbitraries.of(0.0, 7.5, 7.51, 10.0).injectNull(0.5));
    columns.put("members", Arbitraries.of(0L, 99L, 100L, 12_345L).injectNull(0.5));
    columns.put("original_language", Arbitraries.of("en", "ja").injectNull(0.5));
    columns.put("countries", some("US", "JP", "FR"));
    columns.put("genres", some("Action", "Anime", "Drama", "Music"));
    columns.put(
        "directors", some("Jo May", "May, Jo", "宮崎 駿", "Ødegård", "Bo Li", "Li Bo", "A. B.", "-"));
    columns.put("cast", some("Kim Novak", "Ana Ortiz", "Bo Li", "Li Bo"));
    columns.put("external_ids", ids());
    return columns;
  }

  private static List<Date> days() {
    return List.of(
        Date.valueOf("2015-01-01"), Date.valueOf("2015-03-04"), Date.valueOf("2016-02-29"));
  }

  private static Arbitrary<List<String>> some(String... values) {
    return Arbitraries.of(values).list().uniqueElements().ofMaxSize(values.length);
  }

  private static Arbitrary<Map<String, String>> ids() {
    return Arbitraries.maps(Arbitraries.of("imdb", "tmdb", "mal"), Arbitraries.of("1", "2"))
        .ofMaxSize(3);
  }
}
