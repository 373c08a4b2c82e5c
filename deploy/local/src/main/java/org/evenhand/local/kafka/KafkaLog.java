package org.evenhand.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.evenhand.local.process.Trouble;

/** Kafka shares this JVM; what it logs goes to a file and not between the progress lines. */
final class KafkaLog {
  private static final int FIVE_MEGABYTES = 5 << 20;

  /** Kept, because otherwise the logger and its settings would be garbage-collected. */
  private static final Logger ROOT = Logger.getLogger("");

  private KafkaLog() {}

  static void writeTo(Path file) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s [%3$s] %5$s%6$s%n");
    try {
      Files.createDirectories(file.getParent());
      LogManager.getLogManager().reset();
      FileHandler handler = new FileHandler(file.toString(), FIVE_MEGABYTES, 1, false);
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.INFO);
      ROOT.addHandler(handler);
      ROOT.setLevel(Level.INFO);
    } catch (IOException e) {
      throw new Trouble("Kafka's log can't be written: " + e.getMessage(), e);
    }
  }
}
