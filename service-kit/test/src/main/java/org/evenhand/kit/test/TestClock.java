package org.evenhand.kit.test;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of the tests: real time until a test sets it; {@link #reset()} gives it back. */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {

  private volatile @Nullable Instant fixed;

  public void set(Instant now) {
    fixed = now;
  }

  public void advance(Duration by) {
    fixed = instant().plus(by);
  }

  public void reset() {
    fixed = null;
  }

  @Override
  public Instant instant() {
    var now = fixed;
    return now == null ? Instant.now() : now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
