package org.evenhand.gateway.feed;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * At most so many readings of a caller at once. The others of the same caller wait, so one who has
 * many streams that are far behind leaves room for those who want a page.
 */
final class Turns {

  private final int most;
  private final Map<String, Line> lines = new HashMap<>();

  /** Those of one caller. */
  private static final class Line {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int underWay;
  }

  Turns(int most) {
    this.most = most;
  }

  <T> Future<T> take(String caller, Supplier<Future<T>> reading) {
    Promise<T> promise = Promise.promise();
    Runnable turn =
        () -> {
          var ignored = reading.get().onComplete(done -> passOn(caller)).onComplete(promise);
        };
    if (begins(caller, turn)) {
      turn.run();
    }
    return promise.future();
  }

  private synchronized boolean begins(String caller, Runnable turn) {
    Line line = lines.computeIfAbsent(caller, first -> new Line());
    if (line.underWay < most) {
      line.underWay++;
      return true;
    }
    line.waiting.add(turn);
    return false;
  }

  private void passOn(String caller) {
    Runnable next = next(caller);
    if (next != null) {
      next.run();
    }
  }

  /** One that takes the place of the one that has ended, if any waits. */
  private synchronized @Nullable Runnable next(String caller) {
    Line line = Objects.requireNonNull(lines.get(caller));
    Runnable next = line.waiting.poll();
    if (next == null && --line.underWay == 0) {
      lines.remove(caller);
    }
    return next;
  }
}
