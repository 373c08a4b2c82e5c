package org.evenhand.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Trouble;

/** The parts that run: started in order, watched, stopped in the reverse order. */
public final class Stack {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long LOOK_AGAIN_MILLIS = 150;

  private final Progress progress;
  private final Deque<Part> launched = new ArrayDeque<>();
  private volatile boolean stopping;

  public Stack(Progress progress) {
    this.progress = progress;
  }

  /** Launches these parts side by side and waits until each is ready. */
  public void start(List<? extends Part> group) {
    Set<Part> awaited = new LinkedHashSet<>(group);
    try (Progress.Waiting waiting = progress.waitFor(() -> describe(awaited))) {
      group.forEach(this::launch);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!allReady(awaited, waiting)) {
        requireNotStopping();
        dead()
            .ifPresent(
                part -> {
                  throw died(part);
                });
        if (System.nanoTime() > deadline) {
          Part slow = firstOf(awaited);
          throw Trouble.inPart(
              slow.name(), "was not ready after " + PATIENCE.toSeconds() + " s", slow.log());
        }
        pause();
      }
    }
  }

  /** A part that should be running and isn't. */
  public synchronized Optional<Part> dead() {
    return stopping
        ? Optional.empty()
        : launched.stream().filter(part -> !part.alive()).findFirst();
  }

  public static Trouble died(Part part) {
    return Trouble.inPart(part.name(), "stopped by itself" + part.lastWords(), part.log());
  }

  /**
   * Stops the running parts, the last first. Waits for a launch under way, because it must not
   * outlive us.
   */
  public void stop() {
    stopping = true;
    synchronized (this) {
      if (!launched.isEmpty()) {
        progress.say("Stopping");
      }
      while (!launched.isEmpty()) {
        Part part = launched.pop();
        part.stop();
        progress.say("  stopped " + part.name());
      }
    }
  }

  boolean stopping() {
    return stopping;
  }

  private synchronized void launch(Part part) {
    requireNotStopping();
    launched.push(part);
    part.launch();
  }

  private void requireNotStopping() {
    if (stopping) {
      throw new Trouble("The stack is being stopped");
    }
  }

  private boolean allReady(Set<Part> awaited, Progress.Waiting waiting) {
    for (Part part : List.copyOf(awaited)) {
      requireNotStopping();
      if (part.alive() && part.ready()) {
        synchronized (awaited) {
          awaited.remove(part);
        }
        waiting.ready(part.name(), part.address());
      }
    }
    return awaited.isEmpty();
  }

  /** Parts that start side by side show one line; a line that wraps can't be overwritten. */
  private static String describe(Set<Part> awaited) {
    synchronized (awaited) {
      String names = awaited.stream().map(Part::name).collect(Collectors.joining(" and "));
      return awaited.isEmpty() ? "nothing" : names + " " + firstOf(awaited).awaits();
    }
  }

  private static Part firstOf(Set<Part> awaited) {
    return awaited.iterator().next();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Starting was interrupted", e);
    }
  }
}
