package org.reelhouse.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.InvalidSetting;
import org.reelhouse.config.NamesSources;
import org.reelhouse.config.Require;

/**
 * How source titles are matched.
 *
 * @param threshold least probability at which two source titles are one
 * @param maxBlock source titles that a block may hold; larger blocks are passed over and counted
 * @param incrementalFrom source titles from which on only what changed since the last run is
 *     compared
 * @param overrides path or URI of the file of decisions by people; null for the one built in
 * @param reviewRows doubtful pairs that are listed for people
 * @param winners one of {@link #WON_BY_ONE} to the sources that go before all others there, the
 *     first first
 */
public record MatchSettings(
    double threshold,
    int maxBlock,
    int incrementalFrom,
    @Nullable String overrides,
    int reviewRows,
    Map<String, List<String>> winners)
    implements NamesSources<MatchSettings> {

  /**
   * Columns of {@code silver.title} that hold the value of one source; the others are made of
   * several.
   */
  public static final Set<String> WON_BY_ONE =
      Set.of(
          "kind",
          "title",
          "original_title",
          "release_date",
          "release_year",
          "original_language",
          "languages",
          "countries",
          "runtime_minutes",
          "seasons",
          "episodes",
          "overview",
          "age_rating",
          "status",
          "score",
          "members",
          "popularity",
          "budget",
          "revenue",
          "cast",
          "directors",
          "companies",
          "collection");

  public MatchSettings {
    Require.between("threshold", threshold, 0, 1);
    Require.between("max-block", maxBlock, 2, 100_000);
    Require.between("incremental-from", incrementalFrom, 0, Integer.MAX_VALUE);
    Require.between("review-rows", reviewRows, 0, 100_000);
    winners = Require.full("winners", winners);
    new TreeMap<>(winners).forEach(MatchSettings::checkWinners);
  }

  private static void checkWinners(String column, List<String> sources) {
    String key = "winners." + column;
    if (!WON_BY_ONE.contains(column)) {
      throw new InvalidSetting(
          key,
          "is no column that one source wins; those are "
              + String.join(", ", new TreeSet<>(WON_BY_ONE)));
    }
    Set<String> named = new HashSet<>();
    for (String source : Require.full(key, sources)) {
      if (!named.add(source)) {
        throw new InvalidSetting(key, "names " + source + " twice");
      }
    }
  }

  @Override
  public void checkSources(Set<String> sources) {
    new TreeMap<>(winners)
        .forEach(
            (column, named) ->
                named.stream()
                    .filter(winner -> !sources.contains(winner))
                    .forEach(winner -> refuse("winners." + column, winner, sources)));
  }

  private static void refuse(String key, String winner, Set<String> sources) {
    throw new InvalidSetting(
        key,
        "names "
            + winner
            + ", which is no source; those are "
            + String.join(", ", new TreeSet<>(sources)));
  }

  @Override
  public MatchSettings among(Set<String> sources) {
    Map<String, List<String>> among = new HashMap<>();
    winners.forEach(
        (column, named) -> among.put(column, named.stream().filter(sources::contains).toList()));
    return new MatchSettings(threshold, maxBlock, incrementalFrom, overrides, reviewRows, among);
  }
}
