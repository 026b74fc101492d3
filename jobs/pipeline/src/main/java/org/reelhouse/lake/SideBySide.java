package org.reelhouse.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.reelhouse.tables.Table;

/**
 * Publishes independent tables, or lands independent files, at the same time. The cost of a small
 * table is planning and committing on the driver, during which the executors idle.
 */
public final class SideBySide {
  private static final int THREADS = 3;

  private SideBySide() {}

  /**
   * Starts the publications in this order and waits for the end of all, whether they fail or not.
   *
   * @return the rows written
   */
  public static Map<Table, Long> run(List<Map.Entry<Table, Callable<Long>>> publications) {
    List<Long> rows = all(publications.stream().map(Map.Entry::getValue).toList());
    Map<Table, Long> written = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      written.put(publications.get(i).getKey(), rows.get(i));
    }
    return written;
  }

  /**
   * Runs independent tasks at the same time and waits for the end of all, whether they fail or not.
   *
   * @return what each gave, in the order of the tasks
   */
  public static <T> List<T> all(List<? extends Callable<T>> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while tables were written", interrupted);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
