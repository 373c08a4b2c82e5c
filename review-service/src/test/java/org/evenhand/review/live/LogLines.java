package org.evenhand.review.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is logged, with its parameters and causes. */
public final class LogLines extends Handler {

  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void publish(LogRecord line) {
    lines.add(
        "%s %s %s"
            .formatted(
                line.getMessage(),
                Arrays.toString(line.getParameters()),
                causes(line.getThrown())));
  }

  private static String causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
        .map(Throwable::toString)
        .collect(Collectors.joining(" "));
  }

  public synchronized String text() {
    return String.join("\n", lines);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
