package org.evenhand.local.process;

import java.nio.file.Path;

/** One part of the stack: it is launched, becomes ready, may die, is stopped. */
public interface Part {
  /** The name in progress lines and messages. */
  String name();

  /** Completes "waiting for Kafka …". */
  String awaits();

  /** Its address, for the progress line. */
  String address();

  Path log();

  /** Returns once it is starting; throws {@link Trouble} when it can't start. */
  void launch();

  /**
   * Called again and again until it returns true; must not throw while the part is still coming up.
   */
  boolean ready();

  boolean alive();

  /** Completes "… stopped by itself", such as " with exit code 1"; empty when unknown. */
  String lastWords();

  /** Stops it and waits; does nothing when it never ran. */
  void stop();
}
