package org.evenhand.local;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What is waited for and for how long. On a terminal one line counts the seconds; elsewhere, such
 * as in a log, a line is written when waiting begins and then every ten seconds.
 */
public final class Progress {
  private static final long LOG_EVERY_SECONDS = 10;
  private static final String BACK_AND_CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;

  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  public synchronized void say(String sentence) {
    out.println((terminal ? BACK_AND_CLEAR : "") + sentence);
    out.flush();
  }

  /**
   * Shows what is waited for until the result is closed.
   *
   * @param what evaluated at each tick, because one of several parts may be ready before the others
   */
  public Waiting waitFor(Supplier<String> what) {
    return new Waiting(what);
  }

  private synchronized void show(String waiting, long seconds) {
    String line = "  waiting for " + waiting + (seconds == 0 ? "" : " … " + seconds + " s");
    if (terminal) {
      out.print(BACK_AND_CLEAR + line);
    } else if (seconds % LOG_EVERY_SECONDS == 0) {
      out.println(line);
    }
    out.flush();
  }

  private synchronized void clear() {
    if (terminal) {
      out.print(BACK_AND_CLEAR);
      out.flush();
    }
  }

  /** Ticks in a thread of its own, because what it reports on often blocks. */
  public final class Waiting implements AutoCloseable {
    private final Supplier<String> what;
    private final long began = System.nanoTime();
    private final Thread ticker = new Thread(this::tick, "progress");

    private Waiting(Supplier<String> what) {
      this.what = what;
      show(what.get(), 0);
      ticker.setDaemon(true);
      ticker.start();
    }

    /** Writes a line that stays: this is ready, and how long it took. */
    public void ready(String part, String note) {
      double seconds = (System.nanoTime() - began) / 1e9;
      say(String.format(Locale.ROOT, "  %-20s ready after %5.1f s   %s", part, seconds, note));
    }

    @Override
    public void close() {
      ticker.interrupt();
      try {
        ticker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      clear();
    }

    private void tick() {
      try {
        for (long second = 1; ; second++) {
          TimeUnit.SECONDS.sleep(1);
          show(what.get(), second);
        }
      } catch (InterruptedException e) {
        // The wait is over.
      }
    }
  }
}
