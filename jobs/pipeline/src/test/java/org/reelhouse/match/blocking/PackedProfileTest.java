package org.reelhouse.match.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reelhouse.match.comparison.Profiles.film;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.match.comparison.Fingerprints;
import org.reelhouse.match.comparison.Profile;
import org.reelhouse.match.comparison.TitleKey;
import org.reelhouse.reference.Kind;

final class PackedProfileTest {

  @Test
  void keepsEveryValue() {
    Profile full =
        new Profile(
            "a:1",
            Kind.MOVIE,
            Fingerprints.of("é 京"),
            List.of(TitleKey.of("é"), TitleKey.of("京")),
            -1,
            2L,
            3,
            7,
            4,
            TitleKey.of("series"),
            5.5,
            6L,
            "en",
            Fingerprints.of(List.of("FR")),
            Fingerprints.of(List.of("Drama")),
            List.of("jo may"),
            Fingerprints.of(List.of("ann", "lee")),
            Fingerprints.of(List.of("harbour")),
            List.of("imdb=tt1"));

    assertThat(repacked(full)).isEqualTo(Member.of(full));
  }

  @Test
  void keepsWhatIsAbsent() {
    Profile sparse = film("a:1", "Silent Valley Road", null).profile();

    assertThat(repacked(sparse)).isEqualTo(Member.of(sparse));
  }

  @Test
  void keepsATitleOfAnyLength() {
    Profile endless = film("a:1", "valley ".repeat(20_000), 2015).profile();

    assertThat(repacked(endless)).isEqualTo(Member.of(endless));
  }

  private static Member repacked(Profile profile) {
    return PackedProfile.unpack(PackedProfile.pack(Member.of(profile)));
  }
}
