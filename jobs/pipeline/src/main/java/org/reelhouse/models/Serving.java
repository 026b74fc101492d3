package org.reelhouse.models;

import java.util.List;

/**
 * The versions of a model that serve in a run, each ready to.
 *
 * @param <M> the fitted model
 * @param versions one, or two that split the users, in the order of {@code split}
 * @param split which of them a user gets
 */
public record Serving<M>(List<Version<M>> versions, TrafficSplit split) {

  /**
   * One of them.
   *
   * @param number the as-of date of the run that trained it, as {@code yyyyMMdd}
   * @param isNew whether that is this run
   */
  public record Version<M>(int number, boolean isNew, M model) {}

  /** The version that serves alone, or the first of two. */
  public Version<M> first() {
    return versions.get(0);
  }
}
