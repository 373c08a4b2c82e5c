package org.evenhand.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts what was refused, and why: {@code evenhand.gateway.refused}. */
@Singleton
public class Refusals {

  /** Why a request did not get what it asked for. A reason is a tag, so there are few. */
  public enum Reason {
    /** Not written as HTTP demands. */
    MALFORMED,
    /** The bucket of the caller or of the address is empty. */
    RATE,
    /** The caller has used up their share of requests, imports or bytes under way. */
    SHARE,
    /** All callers together have used up what there is. */
    FULL,
    /** Head or body did not come in within its time. */
    SLOW,
    /** The answer was not read. */
    UNREAD
  }

  private final MeterRegistry meters;

  public Refusals(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * @param what what was asked for: {@code requests}, {@code bodies}, {@code imports}, {@code head}
   */
  public void count(Reason reason, String what) {
    meters
        .counter(
            "evenhand.gateway.refused",
            "reason",
            reason.name().toLowerCase(Locale.ROOT),
            "of",
            what)
        .increment();
  }
}
