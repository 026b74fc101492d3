package org.reelhouse.models;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.reelhouse.Report;
import org.reelhouse.lake.Lake;

/**
 * All that runs and people recorded of models in a lake.
 *
 * @param versions by model and date
 * @param decisions by model and number
 */
public record Registry(List<ModelVersion> versions, List<Decision> decisions) {

  /** What a lake holds now. */
  public static Registry read(Lake lake) {
    return new Registry(ModelVersion.all(lake), Decision.all(lake));
  }

  /** All of each model, in the order of their names. */
  List<History> histories() {
    return versions.stream()
        .map(ModelVersion::model)
        .distinct()
        .sorted()
        .map(this::history)
        .toList();
  }

  /** What is known of one model alone. */
  public Registry only(String model) {
    return new Registry(
        versions.stream().filter(version -> version.model().equals(model)).toList(),
        decisions.stream().filter(decision -> decision.model().equals(model)).toList());
  }

  /** The versions of each model, which of them serve, and why. */
  public Report report() {
    return ModelsReport.of(histories());
  }

  /** All of one model. */
  public History history(String model) {
    return history(model, versions.stream(), decisions.stream());
  }

  /** What runs of the days before a day left, and what people decided for days up to it. */
  History historyBefore(LocalDate day, String model) {
    return history(
        model,
        versions.stream().filter(version -> version.asOf().isBefore(day)),
        decisions.stream().filter(decision -> !decision.asOf().isAfter(day)));
  }

  private static History history(
      String model, Stream<ModelVersion> versions, Stream<Decision> decisions) {
    return new History(
        model,
        versions.filter(version -> version.model().equals(model)).toList(),
        decisions.filter(decision -> decision.model().equals(model)).toList());
  }
}
