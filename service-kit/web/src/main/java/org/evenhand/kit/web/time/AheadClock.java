package org.evenhand.kit.web.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The system's clock, ahead by the duration that a file holds (ISO 8601, such as {@code P14D}); a
 * file that isn't there says none. So a stack on a developer's machine shows what comes when a
 * window closes, without the wait. Whoever writes the file replaces it in one move, and never by a
 * shorter duration: time doesn't go back.
 */
final class AheadClock extends Clock {

  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(200).toNanos();

  /** How far it was ahead when somebody last looked, by {@link System#nanoTime}. */
  private record Look(Duration ahead, long at) {}

  private final Clock system = Clock.systemUTC();
  private final Path file;
  private final ZoneId zone;
  private volatile Look last;

  /**
   * @throws UncheckedIOException if the file can't be read
   * @throws java.time.format.DateTimeParseException if it holds no duration
   */
  AheadClock(Path file) {
    this(file, ZoneOffset.UTC);
  }

  private AheadClock(Path file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
    this.last = look();
  }

  @Override
  public Instant instant() {
    Look look = last;
    if (System.nanoTime() - look.at() > LOOK_AGAIN_NANOS) {
      look = look();
      last = look;
    }
    return system.instant().plus(look.ahead());
  }

  private Look look() {
    return new Look(read(), System.nanoTime());
  }

  private Duration read() {
    try {
      return Duration.parse(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new AheadClock(file, other);
  }
}
