package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.Report;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.testing.Versions;

class ModelsReportTest {
  private static ModelVersion version(int day, @Nullable LocalDate removed) {
    return Versions.version(day, "npmi", 0.2, "promoted", day, removed);
  }

  private static Report report(Decision... decisions) {
    return new Registry(
            List.of(version(1, LocalDate.of(2026, 1, 2)), version(2, null)), List.of(decisions))
        .report();
  }

  @Test
  void saysWhichVersionsServeAndWhichAreRemoved() {
    assertThat(ReportPrinter.text(report()))
        .containsPattern("serving  20260102")
        .containsPattern("   20260101 .*removed by the run of 2026-01-02; it is good")
        .containsPattern("\\* +20260102 .* it is good");
    JsonNode versions = ReportPrinter.json(report()).at("/models/0/versions");
    assertThat(versions.at("/0/files_removed").asText()).isEqualTo("2026-01-02");
    assertThat(versions.at("/0/reason").asText()).isEqualTo("it is good");
    assertThat(versions.at("/1/files_removed").isMissingNode()).isTrue();
    assertThat(versions.at("/1/serving/0/version").asInt()).isEqualTo(20260102);
  }

  @Test
  void saysWhoDecidedAndUntilWhen() {
    Decision decision =
        new Decision(
            "recommend-ranking",
            1,
            LocalDate.of(2026, 1, 2),
            Decision.Action.ROLLBACK,
            TrafficSplit.between(20260101, 20260102, 0.5),
            "ana",
            Instant.parse("2026-01-03T10:00:00Z"),
            "full of sequels");

    assertThat(ReportPrinter.text(report(decision)))
        .contains(
            "20260101 (50 %) and 20260102 (50 %)",
            "by ana on 2026-01-03 (full of sequels), until reelhouse models release");
    JsonNode model = ReportPrinter.json(report(decision)).at("/models/0");
    assertThat(model.path("held").asBoolean()).isTrue();
    assertThat(model.at("/serving/1/share").asDouble()).isEqualTo(0.5);
    assertThat(model.at("/decisions/0/action").asText()).isEqualTo("rollback");
  }
}
