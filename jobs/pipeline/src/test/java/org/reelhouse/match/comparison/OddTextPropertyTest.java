package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import org.reelhouse.match.blocking.Block;
import org.reelhouse.match.blocking.Member;
import org.reelhouse.match.blocking.PackedProfile;
import org.reelhouse.reference.Kind;

class OddTextPropertyTest {

  @Law
  void anyCharactersCanBeMatched(
      @ForAll Listing listing, @ForAll @Size(min = 1, max = 4) List<@From("odd") String> texts) {
    Listing odd = withTexts(listing, texts);

    assertThat(probabilities(odd, listing))
        .isNotEmpty()
        .allMatch(value -> value >= 0 && value <= 1);
  }

  @Property(tries = 15, seed = "20260101", edgeCases = EdgeCasesMode.NONE)
  @Domain(AnyListing.class)
  void tenThousandCharactersCanBeMatched(@ForAll Listing listing, @ForAll("endless") String title) {
    Listing odd = withTexts(listing, List.of(title));

    assertThat(probabilities(odd, listing))
        .isNotEmpty()
        .allMatch(value -> value >= 0 && value <= 1);
  }

  @Law
  void anyTitleSurvivesTheJourneyToItsBlocks(@ForAll Listing listing) {
    Member member = Member.of(listing.profile());

    assertThat(PackedProfile.unpack(PackedProfile.pack(member))).isEqualTo(member);
  }

  @Provide
  Arbitrary<String> odd() {
    return Arbitraries.strings()
        .all()
        .ofMinLength(1)
        .ofMaxLength(40)
        .filter(text -> !text.isBlank());
  }

  @Provide
  Arbitrary<String> endless() {
    return AnyListing.endless();
  }

  private static Listing withTexts(Listing listing, List<String> texts) {
    String first = texts.get(0);
    return listing
        .with("source", "odd")
        .with("kind", kindOf(first).text())
        .with("title", first)
        .with("original_title", texts.get(texts.size() - 1))
        .with("alt_titles", texts)
        .with("collection", first)
        .with("original_language", first)
        .with("countries", texts)
        .with("genres", texts)
        .with("directors", texts)
        .with("cast", texts)
        .with("external_ids", Map.of("imdb", first));
  }

  /** Any kind, the same for the same text: another word for one is in no table. */
  private static Kind kindOf(String text) {
    return Kind.values()[Math.floorMod(text.hashCode(), Kind.values().length)];
  }

  /** Of the pairs in the blocks of two titles and of one more by the name of the first. */
  private static List<Double> probabilities(Listing odd, Listing listing) {
    Listing namesake = odd.with("source", "other").without("release_year").without("alt_titles");
    List<Member> members = new ArrayList<>();
    for (Listing each : List.of(odd, listing, namesake)) {
      members.add(PackedProfile.unpack(PackedProfile.pack(Member.of(each.profile()))));
    }
    List<Double> probabilities = new ArrayList<>();
    for (long key : members.get(0).keys().hashes()) {
      Block block =
          new Block(
              key, members.stream().filter(member -> member.keys().contains(key)).toList(), 9);
      block.pairs(
          (left, right) ->
              probabilities.add(Comparison.of(left, right, block.namesakes()).probability()));
    }
    return probabilities;
  }
}
