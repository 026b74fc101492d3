package org.reelhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.models.History;
import org.reelhouse.models.Share;
import org.reelhouse.models.Version;

class ModelsReportTest {
  private static Version version(int day, @Nullable LocalDate removed) {
    return new Version(
        LocalDate.of(2026, 1, day),
        "themes",
        "themes",
        20260100 + day,
        "models/x",
        "sha",
        1,
        Map.of(),
        "run",
        "commit",
        "settings",
        Map.of(),
        1,
        "npmi",
        0.2,
        null,
        "promoted",
        "it is good",
        List.of(new Share(20260100 + day, 1)),
        List.of(),
        removed);
  }

  @Test
  void saysWhichVersionsServeAndWhichAreRemoved() {
    History history =
        new History(
            "themes", List.of(version(1, LocalDate.of(2026, 1, 2)), version(2, null)), List.of());

    assertThat(ModelsReport.text(List.of(history), "lake"))
        .containsPattern("  20260101 .*removed by the run of 2026-01-02; it is good")
        .containsPattern("\\* 20260102 .* it is good");
    assertThat(ModelsReport.json(List.of(history)))
        .contains("\"removed\" : \"2026-01-02\"", "\"removed\" : null");
  }
}
