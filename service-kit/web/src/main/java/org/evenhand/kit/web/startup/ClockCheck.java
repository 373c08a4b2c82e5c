package org.evenhand.kit.web.startup;

import java.util.stream.Stream;

/** Time: what is signed bears the time at which it was. */
public final class ClockCheck implements ReadinessCheck {

  private static final String AHEAD = "evenhand.clock.ahead-file";

  @Override
  public Stream<Fault> faults(Settings settings) {
    return settings.value(AHEAD).stream()
        .map(set -> Fault.severe(AHEAD, "would date what people sign ahead; leave it out."));
  }
}
