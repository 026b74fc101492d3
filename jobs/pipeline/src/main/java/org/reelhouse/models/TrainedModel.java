package org.reelhouse.models;

import java.util.List;
import java.util.Optional;
import org.reelhouse.storage.ModelFolder;

/**
 * One model of the pipeline in one run: what it is fitted to was handed to its constructor. {@link
 * TrainingRun} calls these methods, each at most once for a version and in this order: {@link
 * #fit}, {@link #measure}, then {@link #open} of each earlier version that serves, {@link
 * #describe}, {@link #save}, and last, when all tables of the run are published, {@link #monitor}.
 *
 * @param <M> the fitted model, new or opened, ready to serve in this run
 */
public interface TrainedModel<M> {

  /** The name in {@code ops.model_version}, such as {@code themes}. */
  String name();

  /**
   * Fits the version of this run.
   *
   * @return empty where there is too little to fit it to; then no version is recorded
   */
  Optional<M> fit();

  /**
   * Measures the version of this run, and the baselines beside it, on rows it was not fitted to.
   * All models that a run trains together are fitted before the first of them is measured.
   *
   * @return all that is recorded; the measure of the gate is among them
   */
  List<Measure> measure(M fitted);

  /** What is recorded of the version of this run. */
  Description describe(M fitted);

  /**
   * Number of the layout that {@link #save} writes, from 1; raised when {@link #open} must know.
   */
  int layout();

  /** Whether {@link #open} reads a layout. */
  default boolean opens(int layout) {
    return layout == layout();
  }

  /**
   * Saves the version of this run. Several models may be saved at the same time.
   *
   * @param fitted what {@link #fit} gave
   */
  void save(M fitted, ModelFolder folder);

  /**
   * Opens an earlier version to serve in this run.
   *
   * @throws org.reelhouse.PipelineException if this code cannot serve it
   */
  M open(SavedVersion saved);

  /**
   * Looks at inputs and predictions of this run, for drift.
   *
   * @param serving the version that serves, the first of two; that of this run where none does
   */
  Monitored monitor(M serving);
}
