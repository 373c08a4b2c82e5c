package org.evenhand.local.journey.api;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Many people at work at the same time, a few of them at any moment. */
public final class AtOnce {
  private static final int HANDS = 4;

  private AtOnce() {}

  /**
   * Does something for each, in no particular order.
   *
   * @throws StepFailed the first failure; actions that haven't begun by then don't begin
   */
  public static <T> void each(Collection<T> all, Consumer<? super T> action) {
    ExecutorService pool = Executors.newFixedThreadPool(HANDS);
    try {
      List<Future<?>> begun =
          all.stream().<Future<?>>map(one -> pool.submit(() -> action.accept(one))).toList();
      for (Future<?> one : begun) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StepFailed failed) {
        throw failed;
      }
      throw new StepFailed(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted while people were at work", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
