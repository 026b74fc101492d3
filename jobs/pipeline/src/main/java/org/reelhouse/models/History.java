package org.reelhouse.models;

import java.time.LocalDate;
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
public record History(String model, List<Version> versions, List<Decision> decisions) {

  /** What runs of the days before a day left, and what people decided for days up to it. */
  static History before(LocalDate day, String model, Past past) {
    return of(
        model,
        past.versions().stream().filter(version -> version.asOf().isBefore(day)),
        past.decisions().stream().filter(decision -> !decision.asOf().isAfter(day)));
  }

  /** All that a lake holds of a model. */
  public static History all(String model, Lake lake) {
    return all(Past.of(lake), model);
  }

  /** All that a lake holds of each model, in the order of their names. */
  public static List<History> all(Lake lake) {
    Past past = Past.of(lake);
    return past.models().stream().map(model -> all(past, model)).toList();
  }

  static History all(Past past, String model) {
    return of(model, past.versions().stream(), past.decisions().stream());
  }

  private static History of(String model, Stream<Version> versions, Stream<Decision> decisions) {
    return new History(
        model,
        versions.filter(version -> version.model().equals(model)).toList(),
        decisions.filter(decision -> decision.model().equals(model)).toList());
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

  /** The version promoted last before another one. */
  Optional<Version> promotedBefore(int number) {
    return versions.stream()
        .filter(version -> version.status().equals(Version.PROMOTED))
        .filter(version -> version.version() < number)
        .max(Comparator.comparingInt(Version::version));
  }

  /**
   * The versions whose files nobody needs any more: all but the newest, those that serve now or
   * since a run, and those that served before these.
   *
   * @param keep how many of the newest are needed
   * @param run version of the run, which may be of an earlier day than the newest
   */
  List<Version> outdated(int keep, int run) {
    Set<Integer> needed = new HashSet<>(Set.of(run));
    versions.stream()
        .skip(Math.max(0, versions.size() - keep))
        .forEach(version -> needed.add(version.version()));
    Stream.concat(Stream.of(serving(), lastRun()), version(run).map(Version::serving).stream())
        .flatMap(List::stream)
        .map(Share::version)
        .forEach(
            number -> {
              needed.add(number);
              promotedBefore(number).map(Version::version).ifPresent(needed::add);
            });
    return versions.stream()
        .filter(version -> version.removed() == null && !needed.contains(version.version()))
        .toList();
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
