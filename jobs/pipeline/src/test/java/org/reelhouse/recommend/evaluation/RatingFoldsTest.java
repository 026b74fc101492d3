package org.reelhouse.recommend.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reelhouse.Report;
import org.reelhouse.cli.report.ReportPrinter;
import org.reelhouse.recommend.evaluation.RatingsEvaluation.ModelError;

class RatingFoldsTest {
  private static final Report REPORT =
      new RatingFolds(List.of(fold(1, 0.75, 3), fold(2, 1.25, 5))).report();

  private static RatingFolds.Measured fold(int number, double rmse, double seconds) {
    List<ModelError> errors =
        List.of(new ModelError("mean", 2, 1), new ModelError("recommend-rating", rmse, 0.5));
    return new RatingFolds.Measured(
        "u%d.base".formatted(number),
        "u%d.test".formatted(number),
        new RatingsEvaluation(80, 20, errors, Map.of("rank", "10"), seconds));
  }

  @Test
  void errorsAndSecondsAreMeansOfTheFolds() {
    JsonNode json = ReportPrinter.json(REPORT);

    assertThat(json.path("rmse").asDouble()).isEqualTo(1);
    assertThat(json.path("mae").asDouble()).isEqualTo(0.5);
    assertThat(json.path("fit_seconds").asDouble()).isEqualTo(4);
    assertThat(json.at("/models/1/rmse").asDouble()).isEqualTo(1);
    assertThat(json.at("/folds/1/rmse").asDouble()).isEqualTo(1.25);
    assertThat(json.at("/folds/1/models/0/rmse").asDouble()).isEqualTo(2);
    assertThat(json.at("/folds/0/parameters/rank").asText()).isEqualTo("10");
  }

  @Test
  void peopleReadALineForEachFold() {
    assertThat(ReportPrinter.text(REPORT).lines())
        .contains("rmse         1.0000  (of recommend-rating, mean of the folds)")
        .anySatisfy(line -> assertThat(line).matches("u1.base +u1.test +80 +20 +0.7500 .* rank 10"))
        .anySatisfy(line -> assertThat(line).startsWith("u2.base"));
  }
}
