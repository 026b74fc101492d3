package org.reelhouse.popularity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reelhouse.popularity.features.Features;
import org.reelhouse.popularity.forest.Calibration;
import org.reelhouse.popularity.forest.Forest;
import org.reelhouse.popularity.forest.LaterTitleBias;

class UnitModelTest {
  private static final TrainingTitles TRAINING = new TrainingTitles(100, 2, new Levels(1, 3));
  private static final StructType TITLE =
      StructType.fromDDL(
          "budget BIGINT, runtime_minutes INT, directors_success DOUBLE, last_value DOUBLE, "
              + "release_year INT");

  /** The number of runtime, the two of budget and that of the directors' earlier success. */
  private static final UnitModel MODEL =
      new UnitModel(
          Features.fixed().stream()
              .filter(
                  feature ->
                      List.of("budget", "runtime", "earlier success of directors")
                          .contains(feature.name()))
              .toList(),
          new Learned(new Forest(List.of()), TRAINING, Calibration.NORMAL, LaterTitleBias.NONE),
          Calibration.NORMAL,
          null,
          new YearlyMeans(new TreeMap<>(java.util.Map.of(2000, 1.5, 2010, 2.5))));

  @Test
  void saysInWordsWhatMovedAPredictionAndByHowMuch() {
    Row title = title(237_000_000L, 162, Math.log1p(23.46), null, null);

    assertThat(MODEL.drivers(title, moved(Math.log(1.382), Math.log(0.9), 0, 0)))
        .containsExactly("runtime 162 minutes (+38 %)", "budget $237,000,000 (-10 %)");
    assertThat(MODEL.drivers(title, moved(0, 0, 0, 0.1)))
        .containsExactly("earlier titles of the directors at popularity 23.5 (+11 %)");
  }

  @Test
  void saysWhatIsUnknown() {
    assertThat(MODEL.drivers(title(null, null, null, null, null), moved(-0.2, -0.4, 0.1, -0.1)))
        .containsExactly(
            "budget unknown (-26 %)",
            "runtime unknown (-18 %)",
            "no earlier title of the directors with a known popularity (-10 %)");
  }

  @Test
  void theLastValueIsThatOfTheTrackRecordElseOfTheLatestYearBeforeElseTheMean() {
    assertThat(lastValue(0.7, 2005)).isEqualTo(0.7);
    assertThat(lastValue(null, 2010)).isEqualTo(1.5);
    assertThat(lastValue(null, 2026)).isEqualTo(2.5);
    assertThat(lastValue(null, 1990)).isEqualTo(2);
    assertThat(lastValue(null, null)).isEqualTo(2);
  }

  private static double lastValue(@Nullable Double last, @Nullable Integer year) {
    return MODEL.lastValue(title(null, null, null, last, year), TRAINING);
  }

  private static Forest.Prediction moved(double... contributions) {
    return new Forest.Prediction(2, 1, Vectors.dense(contributions));
  }

  private static Row title(
      @Nullable Long budget,
      @Nullable Integer runtime,
      @Nullable Double success,
      @Nullable Double last,
      @Nullable Integer year) {
    return new GenericRowWithSchema(new Object[] {budget, runtime, success, last, year}, TITLE);
  }
}
