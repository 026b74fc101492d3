package org.reelhouse.match.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import org.reelhouse.match.comparison.Fingerprints;
import org.reelhouse.match.comparison.Law;
import org.reelhouse.match.comparison.Listing;
import org.reelhouse.match.comparison.Profile;

class BlockingKeysPropertyTest {

  @Law
  void titlesOfOneNameShareABlock(@ForAll Listing one, @ForAll Listing other) {
    Fingerprints ours = BlockingKeys.of(one.profile());
    Fingerprints theirs = BlockingKeys.of(other.with("title", one.values().get("title")).profile());

    assertThat(ours.shared(theirs)).isPositive();
  }

  @Law
  void doNotDependOnTheOrderOfLists(@ForAll Listing listing, @ForAll Random random) {
    Listing shuffled = listing;
    for (String column : List.of("alt_titles", "directors", "cast", "genres", "countries")) {
      List<Object> values = new ArrayList<>((List<?>) listing.values().get(column));
      Collections.shuffle(values, random);
      shuffled = shuffled.with(column, values);
    }

    assertThat(BlockingKeys.of(shuffled.profile())).isEqualTo(BlockingKeys.of(listing.profile()));
  }

  @Law
  void haveANameEach(@ForAll Listing listing) {
    Profile profile = listing.profile();

    for (long key : BlockingKeys.of(profile).hashes()) {
      assertThat(BlockingKeys.name(profile, key))
          .startsWith(BlockingKeys.rule(key).name().toLowerCase(Locale.ROOT));
    }
  }
}
