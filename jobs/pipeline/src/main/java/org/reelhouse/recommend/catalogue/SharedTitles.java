package org.reelhouse.recommend.catalogue;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Titles that every executor holds. The driver reads them while it goes on with other work, and
 * waits for them where it needs them.
 */
final class SharedTitles implements Catalogue.Shared {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Future<Broadcast<Titles>> reading;
  private @Nullable Broadcast<Titles> titles;

  private SharedTitles(Future<Broadcast<Titles>> reading) {
    this.reading = reading;
  }

  /** Begins to read titles. */
  static SharedTitles reading(SparkSession spark, Callable<Titles> reader) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return new SharedTitles(
          thread.submit(
              () ->
                  JavaSparkContext.fromSparkContext(spark.sparkContext())
                      .broadcast(reader.call())));
    } finally {
      thread.shutdown();
    }
  }

  @Override
  public Titles get() {
    return broadcast().value();
  }

  private synchronized Broadcast<Titles> broadcast() {
    if (titles == null) {
      titles = result();
    }
    return titles;
  }

  private Broadcast<Titles> result() {
    if (reading == null) {
      throw new IllegalStateException("The titles were sent before they were read");
    }
    try {
      return reading.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while titles were read", interrupted);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    }
  }
}
