package org.reelhouse.match.titles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.match.clusters.SourcePriority;
import org.reelhouse.match.comparison.Law;
import org.reelhouse.match.comparison.Listing;
import org.reelhouse.tables.Silver;

class GoldenRecordPropertyTest {
  private static final List<String> COLUMNS =
      Arrays.stream(Silver.TITLE.schema().fieldNames())
          .filter(name -> !name.equals("title_id"))
          .toList();

  @Law
  void holdsTheValueOfTheSourceThatItNames(
      @ForAll @Size(min = 1, max = 5) List<Listing> ranked, @ForAll Random random) {
    Map<String, @Nullable Object> golden = merge(ranked, winners(random));

    provenance(golden)
        .forEach(
            (column, source) ->
                assertThat(ranked)
                    .anyMatch(
                        listing ->
                            listing.values().get("source").equals(source)
                                && golden.get(column).equals(listing.values().get(column))));
  }

  @Law
  void takesNothingFromOthersWhereTheFirstWinnerStatesIt(
      @ForAll @Size(min = 1, max = 5) List<Listing> ranked, @ForAll Random random) {
    Map<String, List<String>> winners = winners(random);
    Map<String, String> provenance = provenance(merge(ranked, winners));

    winners.keySet().stream()
        .filter(column -> !column.equals("release_date"))
        .filter(column -> states(ranked, winners.get(column).get(0), column))
        .forEach(
            column -> assertThat(provenance).containsEntry(column, winners.get(column).get(0)));
  }

  @Law
  void isMadeOfOneListingAsItStands(@ForAll Listing listing, @ForAll Random random) {
    Map<String, @Nullable Object> golden = merge(List.of(listing), winners(random));

    assertThat(golden).containsEntry("title", listing.values().get("title"));
    assertThat(golden).containsEntry("release_year", listing.values().get("release_year"));
    assertThat(golden).isEqualTo(merge(List.of(listing), Map.of()));
  }

  private static boolean states(List<Listing> listings, String source, String column) {
    return listings.stream()
        .map(Listing::values)
        .filter(values -> values.get("source").equals(source))
        .map(values -> values.getOrDefault(column, List.of()))
        .anyMatch(value -> !value.equals(List.of()));
  }

  /** Every column is won by some of the sources, in some order. */
  private static Map<String, List<String>> winners(Random random) {
    Map<String, List<String>> winners = new HashMap<>();
    for (String column : MatchSettings.WON_BY_ONE.stream().sorted().toList()) {
      List<String> sources = new ArrayList<>(List.of("a", "b", "c", "d"));
      Collections.shuffle(sources, random);
      winners.put(column, sources.subList(0, 1 + random.nextInt(4)));
    }
    return winners;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> provenance(Map<String, @Nullable Object> golden) {
    return (Map<String, String>) golden.get("provenance");
  }

  private static Map<String, @Nullable Object> merge(
      List<Listing> ranked, Map<String, List<String>> winners) {
    List<Row> rows = ranked.stream().map(Listing::row).toList();
    SourcePriority ranking = new SourcePriority(new HashMap<>(), new HashMap<>(winners));
    return GoldenRecord.of(rows, ranking, COLUMNS);
  }
}
