package org.reelhouse.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.models.History;
import org.reelhouse.models.ModelVersion;
import org.reelhouse.testing.Versions;

class ModelsReportTest {
  private static ModelVersion version(int day, @Nullable LocalDate removed) {
    return Versions.version(day, "npmi", 0.2, "promoted", day, removed);
  }

  @Test
  void saysWhichVersionsServeAndWhichAreRemoved() {
    History history =
        new History(
            "recommend-ranking",
            List.of(version(1, LocalDate.of(2026, 1, 2)), version(2, null)),
            List.of());

    assertThat(ModelsReport.text(List.of(history), "lake"))
        .containsPattern("  20260101 .*removed by the run of 2026-01-02; it is good")
        .containsPattern("\\* 20260102 .* it is good");
    assertThat(ModelsReport.json(List.of(history)))
        .contains("\"files_removed\" : \"2026-01-02\"", "\"files_removed\" : null");
  }
}
