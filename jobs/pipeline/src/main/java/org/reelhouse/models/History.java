package org.reelhouse.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reelhouse.lake.Lake;

/**
 * What is known of one model on a day.
 *
 * @param versions trained before that day, the oldest first
 * @param decisions that hold on that day or did before, the oldest first
 */
public record History(String model, List<ModelVersion> versions, List<Decision> decisions) {

  /** All that a lake holds of a model. */
  public static History all(String model, Lake lake) {
    return Registry.read(lake).history(model);
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

  /** The versions that serve: what a person decided, else what the last run left; maybe none. */
  public TrafficSplit serving() {
    return holding().map(Decision::serving).orElseGet(this::lastRun);
  }

  /** The versions that the last run published by; maybe none. */
  public TrafficSplit lastRun() {
    return versions.isEmpty() ? TrafficSplit.NONE : versions.get(versions.size() - 1).serving();
  }

  /** A version by its number. */
  public Optional<ModelVersion> version(int number) {
    return versions.stream().filter(version -> version.version() == number).findFirst();
  }

  /** The version promoted last before another one. */
  Optional<ModelVersion> promotedBefore(int number) {
    return versions.stream()
        .filter(version -> version.status().equals(ModelVersion.PROMOTED))
        .filter(version -> version.version() < number)
        .max(Comparator.comparingInt(ModelVersion::version));
  }

  /**
   * The versions whose files nobody needs any more: all but the newest, those that serve now or
   * since a run, and those that served before these.
   *
   * @param keep how many of the newest are needed
   * @param run version of the run, which may be of an earlier day than the newest
   */
  List<ModelVersion> outdated(int keep, int run) {
    Set<Integer> needed = new HashSet<>(Set.of(run));
    versions.stream()
        .skip(Math.max(0, versions.size() - keep))
        .forEach(version -> needed.add(version.version()));
    Stream.concat(Stream.of(serving(), lastRun()), version(run).map(ModelVersion::serving).stream())
        .flatMap(split -> split.shares().stream())
        .map(TrafficSplit.Share::version)
        .forEach(
            number -> {
              needed.add(number);
              promotedBefore(number).map(ModelVersion::version).ifPresent(needed::add);
            });
    return versions.stream()
        .filter(version -> version.filesRemoved() == null && !needed.contains(version.version()))
        .toList();
  }

  /**
   * The versions that a new one is compared with: those that serve, and those that the gate let
   * pass since a person last decided. So the versions cannot sink by a tolerance with each run.
   */
  List<ModelVersion> compared() {
    List<ModelVersion> compared = new ArrayList<>();
    for (ModelVersion version : versions) {
      boolean serves = serving().has(version.version());
      boolean passed =
          version.status().equals(ModelVersion.PROMOTED)
              && last().filter(decision -> !version.asOf().isAfter(decision.asOf())).isEmpty();
      if (serves || passed) {
        compared.add(version);
      }
    }
    return compared;
  }
}
