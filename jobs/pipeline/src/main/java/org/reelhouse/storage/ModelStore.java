package org.reelhouse.storage;

import java.util.function.Consumer;

/** Saved versions of models: {@code <lake>/models/<name>/version=<n>/<token>/}. */
public interface ModelStore {

  /**
   * Saves what a version of a model consists of. A rerun makes a version anew, in a folder of its
   * own, so that the one saved before serves until the tables say otherwise.
   *
   * @param version the as-of date as {@code yyyyMMdd}, which makes versions ordered
   * @param content writes the parts into the folder
   */
  SavedModel save(String name, int version, Consumer<ModelFolder> content);

  /**
   * The folder of a saved version.
   *
   * @param path as in {@link SavedModel}
   * @param sha256 that its files must have
   * @throws org.reelhouse.PipelineException if the files are not there or are others
   */
  ModelFolder open(String path, String sha256);

  /**
   * Deletes all that was saved of the version that a folder belongs to; what a job removes is
   * deleted once its tables are published.
   *
   * @param path as in {@link SavedModel}
   */
  void remove(String path);

  /**
   * A saved version.
   *
   * @param path of its folder, below the lake
   * @param sha256 of the list of its files, each with its own SHA-256, in the order of their names
   */
  record SavedModel(String name, int version, String path, String sha256) {}
}
