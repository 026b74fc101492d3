package org.reelhouse.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reelhouse.storage.ModelFolder;

/**
 * Replaced by {@link Serving}: the versions of a model that serve, the first that of everybody no
 * other part has.
 *
 * @param parts one, or two that share the users
 */
public record OldServing(List<Part> parts) {

  /**
   * A version and who it serves.
   *
   * @param version the as-of date of its training as {@code yyyyMMdd}
   * @param share of the users, above 0, all shares together 1
   * @param saved where it was saved; empty for the version trained in this run
   */
  public record Part(int version, double share, Optional<Saved> saved) {}

  /** A version saved by an earlier run; its folder is opened when it is asked for. */
  public interface Saved {
    /** What it was trained with. */
    Map<String, String> parameters();

    /**
     * Its files.
     *
     * @throws org.reelhouse.PipelineException if they are gone or were changed
     */
    ModelFolder folder();
  }

  /** The version that serves alone, or the first of two. */
  public Part first() {
    return parts.get(0);
  }

  /** Which part a user gets. */
  public Arms arms() {
    return new Arms(parts.stream().map(Part::share).toList());
  }
}
