package org.reelhouse.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reelhouse.Report;

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
  void refusesARowThatDoesNotFitItsColumns() {
    assertThatThrownBy(() -> Report.Rows.of("models", "model", "rmse").with("mean"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 values for the columns [model, rmse]");
  }
}
