package org.reelhouse.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelhouse.models.ModelVersion;
import org.reelhouse.models.TrafficSplit;

/** Versions of a ranking model for tests, of which only what matters is given. */
public final class Versions {
  private Versions() {}

  /**
   * A version of a day of January 2026, whose number is that day.
   *
   * @param serving the day whose version serves since then
   */
  public static ModelVersion version(
      int day,
      String metric,
      @Nullable Double value,
      String status,
      int serving,
      @Nullable LocalDate filesRemoved) {
    return new ModelVersion(
        LocalDate.of(2026, 1, day),
        "recommend",
        "recommend-ranking",
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
        metric,
        value,
        null,
        status,
        "it is good",
        TrafficSplit.all(20260100 + serving),
        List.of(),
        filesRemoved);
  }
}
