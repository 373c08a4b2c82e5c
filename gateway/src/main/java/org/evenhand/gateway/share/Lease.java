package org.evenhand.gateway.share;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What one request has taken of what is shared. It is given back once, however it ends. */
public final class Lease {

  private final AtomicReference<List<Runnable>> taken;

  Lease(List<Runnable> taken) {
    this.taken = new AtomicReference<>(taken);
  }

  public void end() {
    taken.getAndSet(List.of()).forEach(Runnable::run);
  }
}
