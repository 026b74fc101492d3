package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reelhouse.Report;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.models.VersionComparison.Pair;
import org.reelhouse.testing.Versions;

class VersionComparisonTest {
  private static final Report REPORT =
      new VersionComparison(
              Versions.version(1, "ndcg@10", 0.3, "promoted", 1, null),
              Versions.version(2, "ndcg@10", 0.4, "promoted", 2, null),
              new TreeMap<>(
                  Map.of(
                      "ndcg@10 (test)",
                      new Pair<>(0.3, 0.4),
                      "recall (test)",
                      new Pair<>(null, 0.5))),
              new TreeMap<>(Map.of("settings", new Pair<>("0123456789abcdef0123456789", "fedc"))))
          .report();

  @Test
  void valuesOfBothStandSideBySide() {
    assertThat(ReportPrinter.text(REPORT).lines())
        .containsExactly(
            "model     recommend-ranking",
            "versions  20260101, 20260102",
            "",
            "measures:",
            "measure           left   right",
            "ndcg@10 (test)  0.3000  0.4000",
            "recall (test)           0.5000",
            "",
            "differences:",
            "property  left                  right",
            "settings  0123456789abcdef0...  fedc");
  }

  @Test
  void machinesReadWholeValues() {
    assertThat(ReportPrinter.json(REPORT).at("/versions/1").asInt()).isEqualTo(20260102);
    assertThat(ReportPrinter.json(REPORT).at("/differences/0/left").asText())
        .isEqualTo("0123456789abcdef0123456789");
    assertThat(ReportPrinter.json(REPORT).at("/measures/1/left").isMissingNode()).isTrue();
  }
}
