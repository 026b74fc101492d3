package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.raw.RawLayout;

class MalFormatsTest {
  private static final DatasetSettings DATASET =
      new DatasetSettings("mal-info", List.of("anime_info.dat"), null, null, null);
  private static final MalCsv LIST = new MalCsv();
  private static final MalInfo INFO = new MalInfo();
  private static final MalSynopsisCsv SYNOPSES = new MalSynopsisCsv();

  @Test
  void readsATitleOfTheList() throws Rejection {
    Map<String, String> cells =
        Map.of(
            "anime_id",
            "77",
            "name",
            "Neko&#039;s Day",
            "genre",
            "Comedy, Sci-Fi",
            "type",
            "TV",
            "episodes",
            "12",
            "rating",
            "7.5",
            "members",
            "1000");

    TitleDraft draft = LIST.read(Records.line(LIST, cells));

    assertThat(draft.sourceId()).isEqualTo("77");
    assertThat(draft.externalIds()).containsExactly(Map.entry("mal", "77"));
    assertThat(draft.value("title")).isEqualTo("Neko's Day");
    assertThat(draft.value("raw_genres")).isEqualTo(List.of("Comedy", "Sci-Fi"));
    assertThat(draft.value("kind")).isEqualTo("series");
    assertThat(draft.value("episodes")).isEqualTo(12);
    assertThat(draft.value("score")).isEqualTo(7.5);
    assertThat(draft.value("members")).isEqualTo(1000L);
    assertThat(draft.inferred()).isEmpty();
  }

  @Test
  void leavesOpenWhatIsUnknownAndInfersTheKind() throws Rejection {
    Map<String, String> cells = Map.of("anime_id", "77", "name", "Neko", "episodes", "Unknown");

    TitleDraft draft = LIST.read(Records.line(LIST, cells));

    assertThat(draft.value("episodes")).isNull();
    assertThat(draft.value("score")).isNull();
    assertThat(draft.value("raw_genres")).isNull();
    assertThat(draft.value("kind")).isEqualTo("series");
    assertThat(draft.inferred()).containsExactly("kind");
  }

  @ParameterizedTest
  @CsvSource({"'', Neko, missing_id", "x1, Neko, bad_value", "77, '', missing_title"})
  void rejectsLinesWithoutIdentifierOrName(String id, String name, String reason) {
    Map<String, String> cells = Map.of("anime_id", id, "name", name);

    assertThatThrownBy(() -> LIST.read(Records.line(LIST, cells)))
        .isInstanceOfSatisfying(
            Rejection.class, rejection -> assertThat(rejection.reason()).isEqualTo(reason));
  }

  @Test
  void keepsTheItemNumbersOfRatingsApartFromMyAnimeList() throws Rejection {
    Map<String, String> cells = Map.of("anime_ids", "5", "name", "Neko", "type", "OVA");

    TitleDraft draft = INFO.read(Records.line(INFO, cells));

    assertThat(draft.sourceId()).isEqualTo("5");
    assertThat(draft.externalIds()).isEmpty();
    assertThat(draft.value("kind")).isEqualTo("ova");
    assertThat(((RawLayout.Delimited) INFO.layout(DATASET)).separator()).isEqualTo("\t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Synopsis", "sypnopsis"})
  void readsTheSynopsisUnderEitherHeader(String column) throws Rejection {
    Map<String, String> cells =
        Map.of(
            "MAL_ID",
            "77",
            "Name",
            "Neko",
            column,
            "A cat. (Source: ANN)\n[Written by MAL Rewrite]");

    TitleDraft draft = SYNOPSES.read(Records.line(SYNOPSES, cells));

    assertThat(draft.sourceId()).isEqualTo("77");
    assertThat(draft.value("overview")).isEqualTo("A cat.");
    assertThat(draft.inferred()).containsExactly("kind");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "A cat (black)., A cat (black).",
        "No synopsis information has been added to this title., null",
        "Unknown, null",
        "[Written by MAL Rewrite], null"
      })
  void keepsOnlyTheStoryOfASynopsis(String text, String synopsis) {
    assertThat(MalAnime.synopsis(text)).isEqualTo(synopsis);
  }
}
