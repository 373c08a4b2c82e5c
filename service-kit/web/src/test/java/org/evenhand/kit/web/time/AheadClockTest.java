package org.evenhand.kit.web.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AheadClockTest {

  @TempDir private Path folder;

  @Test
  void withoutAFileItTellsTheTime() {
    assertEquals(0, daysAhead(new AheadClock(file())));
  }

  @Test
  void itFollowsTheFileWhileItRuns() throws Exception {
    Files.writeString(file(), "P14D\n");
    AheadClock clock = new AheadClock(file());
    assertEquals(14, daysAhead(clock));
    Files.writeString(file(), "P44D");
    TimeUnit.MILLISECONDS.sleep(250);
    assertEquals(44, daysAhead(clock));
    assertEquals(
        44, daysAhead(clock.withZone(ZoneId.of("Europe/Brussels")).instant()), "elsewhere");
  }

  @Test
  void whatIsNoDurationIsSaidAtTheStart() throws IOException {
    Files.writeString(file(), "tomorrow");
    assertThrows(DateTimeParseException.class, () -> new AheadClock(file()));
  }

  private Path file() {
    return folder.resolve("ahead");
  }

  private static long daysAhead(AheadClock clock) {
    return daysAhead(clock.instant());
  }

  private static long daysAhead(Instant seen) {
    return Math.round(Duration.between(Instant.now(), seen).toSeconds() / 86_400.0);
  }
}
