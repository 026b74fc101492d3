package org.reelhouse.config;

import java.util.Set;

/** A section of the settings whose values name sources. */
public interface NamesSources<T extends Record> {
  /**
   * Checks that the names are those of sources.
   *
   * @throws InvalidSetting if one is not
   */
  void checkSources(Set<String> sources);

  /** This section without the names of other sources than these. */
  T among(Set<String> sources);
}
