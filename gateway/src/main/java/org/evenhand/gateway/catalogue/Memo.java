package org.evenhand.gateway.catalogue;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers an answer for a while. Callers who ask while it is fetched wait for the same answer. A
 * failure is not remembered.
 */
public final class Memo<T> {

  private final Supplier<Future<T>> source;
  private final long ageNanos;
  private @Nullable Future<T> known;
  private long since;

  public Memo(Duration age, Supplier<Future<T>> source) {
    this.source = source;
    this.ageNanos = age.toNanos();
  }

  public synchronized Future<T> get() {
    Future<T> present = known;
    boolean stale =
        present == null
            || present.failed()
            || (present.isComplete() && System.nanoTime() - since > ageNanos);
    if (present == null || stale) {
      present = source.get().onComplete(done -> arrived());
      known = present;
    }
    return present;
  }

  private synchronized void arrived() {
    since = System.nanoTime();
  }
}
