package org.reelhouse.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reelhouse.match.Profiles.film;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PackedProfileTest {

  @Test
  void keepsEveryValue() {
    Profile full =
        new Profile(
            "a:1",
            "a",
            "movie",
            "é 京",
            List.of("e", ""),
            -1,
            2L,
            3,
            7,
            4,
            "series",
            5.5,
            6L,
            "en",
            List.of("FR"),
            List.of("Drama"),
            List.of("jo may"),
            List.of("ann", "lee"),
            List.of("imdb=tt1"));

    assertThat(PackedProfile.unpack(PackedProfile.pack(full))).isEqualTo(full);
  }

  @Test
  void keepsWhatIsAbsent() {
    Profile sparse = film("a:1", "Silent Valley Road", null).profile();

    assertThat(PackedProfile.unpack(PackedProfile.pack(sparse))).isEqualTo(sparse);
  }

  @Test
  void keepsATitleOfAnyLength() {
    Profile endless = film("a:1", "valley ".repeat(20_000), 2015).profile();

    assertThat(PackedProfile.unpack(PackedProfile.pack(endless))).isEqualTo(endless);
  }
}
