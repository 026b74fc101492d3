package org.reelhouse.normalize.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftBytesTest {

  @Test
  void giveBackAllThatADraftHolds() {
    TitleDraft draft =
        new TitleDraft("7")
            .source("own")
            .title("Häßlich \uD83D\uDE00")
            .cast(List.of("Ann", "Bea"))
            .runtimeMinutes(90)
            .votes(5L)
            .score(7.25)
            .releaseDate(LocalDate.of(1969, 12, 31))
            .externalId("imdb", "tt0000007")
            .inferred("kind", Inference.USUAL)
            .issue("unreadable_release_date")
            .credit(new CreditDraft("cast", 0, null, "Ann", null, null, "Cook"));

    TitleDraft again = DraftBytes.draft(DraftBytes.of(draft));

    assertThat(again.values()).isEqualTo(draft.values());
    assertThat(again.inferredBy()).isEqualTo(draft.inferredBy());
    assertThat(again.issues()).isEqualTo(draft.issues());
    assertThat(again.credits()).isEqualTo(draft.credits());
  }

  @Test
  void takeTextsOfAnyLength() {
    TitleDraft draft = new TitleDraft("7").overview("long ".repeat(50_000));

    assertThat(DraftBytes.draft(DraftBytes.of(draft)).value("overview"))
        .isEqualTo(draft.value("overview"));
  }

  @Test
  void holdHalvesOfCharactersAsTablesDo() {
    TitleDraft draft = new TitleDraft("7").overview("half \uD83D of one");

    assertThat(DraftBytes.draft(DraftBytes.of(draft)).value("overview")).isEqualTo("half ? of one");
  }
}
