package org.reelhouse.models;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reelhouse.lake.Lake;

/**
 * What is known of one model on a day.
 *
 * @param versions trained before that day, the oldest first
 * @param decisions that hold on that day or did before, the oldest first
 */
public record History(List<Version> versions, List<Decision> decisions) {

  /** What runs of the days before a day left, and what people decided for days up to it. */
  static History before(LocalDate day, String model, Lake lake) {
    return of(
        model,
        Version.all(lake).stream().filter(version -> version.asOf().isBefore(day)).toList(),
        Decision.all(lake).stream().filter(decision -> !decision.asOf().isAfter(day)).toList());
  }

  /** All that a lake holds of a model. */
  public static History all(String model, Lake lake) {
    return of(model, Version.all(lake), Decision.all(lake));
  }

  private static History of(String model, List<Version> versions, List<Decision> decisions) {
    return new History(
        versions.stream().filter(version -> version.model().equals(model)).toList(),
        decisions.stream().filter(decision -> decision.model().equals(model)).toList());
  }

  /** The decision that holds; empty where the gate decides. */
  public Optional<Decision> holding() {
    return last().filter(decision -> decision.action() != Decision.Action.RELEASE);
  }

  private Optional<Decision> last() {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }

  /** The shares that serve: what a person decided, else what the last run left; maybe none. */
  public List<Share> serving() {
    return holding().map(Decision::serving).orElseGet(this::lastRun);
  }

  /** The shares that the last run published by; maybe none. */
  public List<Share> lastRun() {
    return versions.isEmpty() ? List.of() : versions.get(versions.size() - 1).serving();
  }

  /** A version by its number. */
  public Optional<Version> version(int number) {
    return versions.stream().filter(version -> version.version() == number).findFirst();
  }

  /**
   * The versions that a new one is compared with: those that serve, and those that the gate let
   * pass since a person last decided. So the versions cannot sink by a tolerance with each run.
   */
  List<Version> compared() {
    List<Version> compared = new ArrayList<>();
    for (Version version : versions) {
      boolean serves = serving().stream().anyMatch(share -> share.version() == version.version());
      boolean passed =
          version.status().equals(Version.PROMOTED)
              && last().filter(decision -> !version.asOf().isAfter(decision.asOf())).isEmpty();
      if (serves || passed) {
        compared.add(version);
      }
    }
    return compared;
  }
}
