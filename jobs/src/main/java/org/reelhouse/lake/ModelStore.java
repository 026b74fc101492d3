package org.reelhouse.lake;

import org.apache.spark.ml.util.MLWritable;

/** Saved Spark ML models: {@code <lake>/models/<name>/version=<n>/}. */
public interface ModelStore {

  /**
   * Saves a fitted model as the version that belongs to this as-of date: a rerun replaces it, a new
   * date adds one.
   *
   * @return the version saved and its path
   */
  SavedModel save(String name, MLWritable model);

  /**
   * A saved version.
   *
   * @param version the as-of date as {@code yyyyMMdd}, which makes versions ordered and reruns
   *     equal
   */
  record SavedModel(String name, int version, String path) {}
}
