package org.reelhouse.normalize.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelhouse.normalize.formats.Records;
import org.reelhouse.normalize.merge.MergedTitle;
import org.reelhouse.reference.Kind;

class InferenceTest {

  @Test
  void tellsTheLanguageByTheScriptOfTheOriginalTitle() {
    TitleDraft draft = new TitleDraft("1").title("Neko").originalTitle("ねこ");

    Inference.complete(draft);

    assertThat(draft.value("original_language")).isEqualTo("ja");
    assertThat(draft.inferredBy()).isEqualTo(Map.of("original_language", "script"));
  }

  @Test
  void looksAtTheTitleWhereThereIsNoOriginalOne() {
    TitleDraft draft = new TitleDraft("1").title("반드시 잡는다");

    Inference.complete(draft);

    assertThat(draft.value("original_language")).isEqualTo("ko");
  }

  @Test
  void leavesWhatIsStatedAsItIs() {
    TitleDraft draft =
        new TitleDraft("1").title("ねこ (1999)").originalLanguage("en").releaseYear(2001);

    Inference.complete(draft);

    assertThat(draft.value("original_language")).isEqualTo("en");
    assertThat(draft.value("release_year")).isEqualTo(2001);
    assertThat(draft.inferredBy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "Neko (1999), 1999",
        "Neko (TV) (1999), 1999",
        "Neko (1492), null",
        "Neko (1999) II, null",
        "1999, null",
        "Neko 1999, null"
      })
  void tellsTheYearByWhatStandsBehindTheTitle(String title, Integer year) {
    TitleDraft draft = new TitleDraft("1").title(title);

    Inference.complete(draft);

    assertThat(draft.value("release_year")).isEqualTo(year);
    assertThat(draft.inferredBy().get("release_year")).isEqualTo(year == null ? null : "title");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "2, null, 90, series, seasons",
        "null, 12, 90, series, episodes",
        "null, 1, 24, movie, episodes",
        "null, null, 90, movie, runtime",
        "null, null, 7, short, runtime",
        "null, null, null, null, null"
      })
  void tellsTheKindBySeasonsEpisodesAndRunningTime(
      Integer seasons, Integer episodes, Integer minutes, String kind, String method) {
    TitleDraft draft =
        new TitleDraft("1").seasons(seasons).episodes(episodes).runtimeMinutes(minutes);

    Inference.kind(draft);

    assertThat(draft.value("kind")).isEqualTo(kind);
    assertThat(draft.inferredBy().get("kind")).isEqualTo(method);
  }

  @Test
  void takesTheUsualKindWhereNothingTellsIt() {
    TitleDraft draft = new TitleDraft("1").runtimeMinutes(5);

    Inference.kindOr(Kind.SERIES, draft);

    assertThat(draft.value("kind")).isEqualTo("series");
    assertThat(draft.inferredBy()).isEqualTo(Map.of("kind", "usual"));
  }

  @Test
  void aStatedValueOfAnotherRecordWinsAndTheMethodIsGone() {
    TitleDraft infers = new TitleDraft("1").source("s").kind(Kind.MOVIE).title("ねこ (1999)");
    Inference.complete(infers);
    TitleDraft states = new TitleDraft("1").source("s").originalLanguage("zh");

    Row merged = new MergedTitle(Records.drafts(infers, states)).row();

    assertThat(merged.getString(TitleColumns.index("original_language"))).isEqualTo("zh");
    assertThat(merged.getJavaMap(TitleColumns.INFERRED_BY))
        .isEqualTo(Map.of("release_year", "title"));
    assertThat(merged.getList(TitleColumns.INFERRED)).isEqualTo(java.util.List.of("release_year"));
  }

  @Test
  void anotherMethodForTheSameValuesMakesNoOtherRecord() {
    TitleDraft one = new TitleDraft("1").title("A").kind(Kind.MOVIE).inferred("kind", "usual");
    TitleDraft other = new TitleDraft("1").title("A").kind(Kind.MOVIE).inferred("kind", "runtime");

    assertThat(hash(one)).isEqualTo(hash(other));
    assertThat(hash(one.releaseDate(LocalDate.EPOCH))).isNotEqualTo(hash(other));
  }

  private static String hash(TitleDraft draft) {
    Row row = new MergedTitle(Records.drafts(draft)).row();
    return row.getString(TitleColumns.RECORD_HASH);
  }
}
