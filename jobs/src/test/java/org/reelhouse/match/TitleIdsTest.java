package org.reelhouse.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reelhouse.match.TitleIds.Claim;

final class TitleIdsTest {
  private static final LocalDate OLD = LocalDate.parse("2020-01-01");
  private static final LocalDate NEW = LocalDate.parse("2021-01-01");

  @Test
  void prefersTheIdThatMostMembersHad() {
    List<Claim> claims =
        List.of(new Claim("t1", 1, OLD), new Claim("t2", 1, NEW), new Claim("t2", 1, NEW));

    assertThat(TitleIds.ranked(claims).get(0)).isEqualTo(new Claim("t2", 2, NEW));
  }

  @Test
  void prefersTheOlderOfEqualClaimsThenTheSmaller() {
    assertThat(TitleIds.ranked(List.of(new Claim("t1", 1, NEW), new Claim("t2", 1, OLD))))
        .first()
        .isEqualTo(new Claim("t2", 1, OLD));
    assertThat(TitleIds.ranked(List.of(new Claim("t2", 1, OLD), new Claim("t1", 1, OLD))))
        .first()
        .isEqualTo(new Claim("t1", 1, OLD));
  }
}
