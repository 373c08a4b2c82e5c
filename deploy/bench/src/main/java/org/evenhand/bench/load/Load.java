package org.evenhand.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.evenhand.local.process.Trouble;

/** A number of clients, each doing the next piece of work as soon as its last one is done. */
public final class Load {
  private Load() {}

  /** What one client does, with a connection of its own. */
  public interface Client extends AutoCloseable {
    void take(long piece) throws Exception;
  }

  /** Makes a client. */
  @FunctionalInterface
  public interface Clients {
    Client open() throws Exception;
  }

  /** Pieces per second over all clients, for pieces from (included) to (excluded). */
  public static double rate(int clients, long from, long to, Clients opened) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      AtomicLong next = new AtomicLong(from);
      List<Future<?>> running = new ArrayList<>();
      long began = System.nanoTime();
      for (int i = 0; i < clients; i++) {
        running.add(
            threads.submit(
                () -> {
                  try (Client client = opened.open()) {
                    for (long n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
                      client.take(n);
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> client : running) {
        client.get();
      }
      return (to - from) * 1e9 / (System.nanoTime() - began);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Trouble trouble
          ? trouble
          : new Trouble("A client failed: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
