package org.evenhand.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What time it is in the stack: that of the machine, ahead by the duration that a file among the
 * data holds. The services read the same file.
 */
public record LocalClock(Path file) {

  public Instant now() {
    return Instant.now().plus(ahead());
  }

  /** In UTC. */
  public LocalDate today() {
    return now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** By how much the stack is ahead of the machine; never negative. */
  public Duration ahead() {
    try {
      return Duration.parse(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return Duration.ZERO;
    } catch (IOException e) {
      throw new Trouble(file + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Lets this much time pass for every service at once. What it makes due is done in the seconds
   * after.
   *
   * @param time not negative: time doesn't go back
   */
  public void pass(Duration time) {
    if (time.isNegative()) {
      throw new Trouble("Time doesn't go back; deploy/local/up --fresh begins anew");
    }
    try {
      Files.createDirectories(file.getParent());
      Path next = Files.writeString(Path.of(file + ".next"), ahead().plus(time) + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Trouble(file + " can't be written: " + e.getMessage(), e);
    }
  }
}
