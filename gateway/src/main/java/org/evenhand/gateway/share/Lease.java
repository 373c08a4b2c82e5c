package org.evenhand.gateway.share;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** One request's part of a shared resource. It is given back once, however the request ends. */
public final class Lease {

  private final AtomicReference<List<Runnable>> taken;

  Lease(List<Runnable> taken) {
    this.taken = new AtomicReference<>(taken);
  }

  public void end() {
    taken.getAndSet(List.of()).forEach(Runnable::run);
  }
}
