package org.reelhouse.match.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.reelhouse.reference.Kind;

class KindEvidenceTest {

  @ParameterizedTest
  @CsvSource({
    "MOVIE, MOVIE, MOVIES, both movie",
    "EPISODE, EPISODE, EPISODES, both episode",
    "OVA, OVA, RARE_KIND_EQUAL, both ova",
    "SERIES, MOVIE, MOVIE_AND_SERIES, kind series and movie",
    "EPISODE, MOVIE, EPISODE_AND_MOVIE, kind episode and movie",
    "SHORT, SERIES, SERIES_AND_SHORT, kind short and series",
    "EPISODE, SPECIAL, EPISODE_AND_SPECIAL, kind episode and special",
    "ONA, OVA, ONA_AND_OVA, kind ona and ova",
    "MUSIC, MOVIE, OTHER_KINDS, kind music and movie"
  })
  void isThatOfThePairInWhateverOrder(Kind left, Kind right, Weight weight, String words) {
    assertThat(KindEvidence.compare(left, right).weight()).isEqualTo(weight.value());
    assertThat(KindEvidence.compare(right, left).weight()).isEqualTo(weight.value());
    assertThat(KindEvidence.compare(left, right).reason()).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource
  void isNoneWhereOneIsUnknown(Kind kind) {
    assertThat(KindEvidence.compare(kind, Kind.UNKNOWN)).isSameAs(Evidence.NONE);
    assertThat(KindEvidence.compare(Kind.UNKNOWN, kind)).isSameAs(Evidence.NONE);
  }
}
