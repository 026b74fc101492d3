package org.reelhouse.normalize.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;

class MalScrapeCsvTest {
  private static final MalScrapeCsv FORMAT = new MalScrapeCsv();
  private static final Map<String, String> NEKO =
      Map.ofEntries(
          Map.entry("Title", "Neko"),
          Map.entry("Type", "Movie"),
          Map.entry("Japanese", "ねこ"),
          Map.entry("Aired", "23-May-18"),
          Map.entry("Duration", "1 hr. 47 min."),
          Map.entry("Score", "7.25"),
          Map.entry("Genres", "ActionAction,Slice of LifeSlice of Life"),
          Map.entry("Themes", "None"),
          Map.entry("Studios", "Studio A"),
          Map.entry("Producers", "None found,add some"),
          Map.entry("Status", "Finished Airing"),
          Map.entry("Members", "2,893,578"));

  @Test
  void undoesTheDirtOfThePage() throws Rejection {
    TitleDraft draft = FORMAT.read(Records.line(FORMAT, NEKO));

    assertThat(draft.value("kind")).isEqualTo("movie");
    assertThat(draft.value("raw_genres")).isEqualTo(List.of("Action", "Slice of Life"));
    assertThat(draft.value("companies")).isEqualTo(List.of("Studio A"));
    assertThat(draft.value("runtime_minutes")).isEqualTo(107);
    assertThat(draft.value("members")).isEqualTo(2_893_578L);
    assertThat(draft.value("release_date")).isEqualTo(Date.valueOf("2018-05-23"));
    assertThat(draft.value("status")).isEqualTo("released");
  }

  @Test
  void knowsATitleAgainWhenRankingScoreAndDurationChange() throws Rejection {
    TitleDraft before = FORMAT.read(Records.line(FORMAT, NEKO));
    TitleDraft after =
        FORMAT.read(Records.line(FORMAT, with("Score", "9.99", "Duration", "1 hr.")));
    TitleDraft other = FORMAT.read(Records.line(FORMAT, with("Type", "TV", "Score", "7.25")));

    assertThat(before.sourceId()).matches("[0-9a-f]{16}").isEqualTo(after.sourceId());
    assertThat(other.sourceId()).isNotEqualTo(before.sourceId());
  }

  @Test
  void notesADayThatCannotBeRead() throws Rejection {
    TitleDraft unreadable =
        FORMAT.read(Records.line(FORMAT, with("Aired", "some day", "Score", "8")));
    TitleDraft absent =
        FORMAT.read(Records.line(FORMAT, with("Aired", "Not available", "Score", "8")));

    assertThat(unreadable.issues()).containsExactly("unreadable_release_date");
    assertThat(absent.issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "14-Oct-29, Finished Airing, 1929", "May-27, Finished Airing, 1927",
    "14-Oct-29, Not yet aired, 2029", "14-Oct-25, Finished Airing, 2025"
  })
  void movesWhatIsOverButLiesAheadByACentury(String aired, String status, int year)
      throws Rejection {
    TitleDraft draft = FORMAT.read(Records.line(FORMAT, with("Aired", aired, "Status", status)));

    assertThat(draft.value("release_year")).isEqualTo(year);
  }

  @Test
  void leavesUnknownValuesOpen() throws Rejection {
    Map<String, String> cells =
        Map.of(
            "Title",
            "Neko",
            "Type",
            "Unknown",
            "Japanese",
            "none",
            "Aired",
            "Not available",
            "Score",
            "N/A",
            "Episodes",
            "Unknown",
            "Genres",
            "None",
            "Rating",
            "None");

    TitleDraft draft = FORMAT.read(Records.line(FORMAT, cells));

    assertThat(
            List.of(
                "original_title", "release_year", "score", "episodes", "raw_genres", "age_rating"))
        .allSatisfy(column -> assertThat(draft.value(column)).isNull());
    assertThat(draft.inferred()).containsExactly("kind");
  }

  @Test
  void rejectsLinesWithoutTitle() {
    assertThatThrownBy(() -> FORMAT.read(Records.line(FORMAT, Map.of("Type", "TV"))))
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection -> assertThat(rejection.reason()).isEqualTo("missing_title"));
  }

  private static Map<String, String> with(String column, String cell, String other, String value) {
    Map<String, String> cells = new HashMap<>(NEKO);
    cells.put(column, cell);
    cells.put(other, value);
    return cells;
  }
}
