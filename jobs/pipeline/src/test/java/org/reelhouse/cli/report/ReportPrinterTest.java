package org.reelhouse.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reelhouse.Report;
import org.reelhouse.Report.Shown;

class ReportPrinterTest {
  private static final Report REPORT =
      Report.EMPTY
          .with("recall", 0.5, "1 of 2")
          .with("source_titles", 12_345L)
          .with("counts", List.of(2, 3))
          .with("by_user", new TreeMap<>(Map.of("new", 0.25, "old", 0.75)))
          .with(
              Report.Rows.of("models", "model", "rmse")
                  .with("mean", 1.25)
                  .with("ours", null)
                  .showing(1))
          .with(Report.Rows.of("nothing", "column"));

  @Test
  void textAlignsFactsAndColumnsAndLeavesOutEmptyTables() {
    assertThat(ReportPrinter.text(REPORT).lines())
        .containsExactly(
            "recall         0.5000  (1 of 2)",
            "source titles  12,345",
            "counts         2, 3",
            "by user        new 0.2500, old 0.7500",
            "",
            "models:",
            "model    rmse",
            "mean   1.2500",
            "… 1 more (--json)");
  }

  @Test
  void jsonHoldsEveryRowAndNoNotes() {
    assertThat(ReportPrinter.json(REPORT).toString())
        .isEqualTo(
            "{\"recall\":0.5,\"source_titles\":12345,\"counts\":[2,3],"
                + "\"by_user\":{\"new\":0.25,\"old\":0.75},"
                + "\"models\":[{\"model\":\"mean\",\"rmse\":1.25},{\"model\":\"ours\"}],"
                + "\"nothing\":[]}");
  }

  @Test
  void peopleReadShownTextsAndNoHiddenColumnsOrTables() {
    Report report =
        Report.EMPTY
            .with("serving", new Shown(20260102, "20260102"))
            .with("complete", true)
            .with(
                Report.Rows.of("versions", "serves", "version", "sha256")
                    .with(new Shown(false, ""), new Shown(20260101, "20260101"), "a1")
                    .with(new Shown(true, "*"), new Shown(20260102, "20260102"), "b2")
                    .hiding("sha256"))
            .with(Report.Rows.of("rejected", "line").with(3).hiding("line"));

    assertThat(ReportPrinter.text(report).lines())
        .containsExactly(
            "serving   20260102",
            "complete  yes",
            "",
            "versions:",
            "serves  version",
            "        20260101",
            "*       20260102");
    assertThat(ReportPrinter.json(report).toString())
        .isEqualTo(
            "{\"serving\":20260102,\"complete\":true,"
                + "\"versions\":[{\"serves\":false,\"version\":20260101,\"sha256\":\"a1\"},"
                + "{\"serves\":true,\"version\":20260102,\"sha256\":\"b2\"}],"
                + "\"rejected\":[{\"line\":3}]}");
  }

  @Test
  void rowsBelowARowStandInItAndArePrintedIndented() {
    Report.Rows titles = Report.Rows.of("titles", "rank", "title").with(1, "Heat");
    Report report =
        Report.EMPTY.with(
            Report.Rows.of("users", "user_id", "country", "titles")
                .with("a", "MX", titles)
                .with("new", null, Report.Rows.of("titles", "rank", "title"))
                .with("b", null, titles)
                .showing(2));

    assertThat(ReportPrinter.text(report).lines())
        .containsExactly(
            "users:",
            "  user id  a",
            "  country  MX",
            "",
            "  titles:",
            "  rank  title",
            "     1  Heat",
            "",
            "  user id  new",
            "… 1 more (--json)");
    assertThat(ReportPrinter.json(report).toString())
        .startsWith(
            "{\"users\":[{\"user_id\":\"a\",\"country\":\"MX\",\"titles\":[{\"rank\":1,\"title\":\"Heat\"}]},"
                + "{\"user_id\":\"new\",\"titles\":[]},");
  }

  @Test
  void refusesARowThatDoesNotFitItsColumns() {
    assertThatThrownBy(() -> Report.Rows.of("models", "model", "rmse").with("mean"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 values for the columns [model, rmse]");
  }
}
