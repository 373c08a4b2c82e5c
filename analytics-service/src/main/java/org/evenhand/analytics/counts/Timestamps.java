package org.evenhand.analytics.counts;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a {@code timestamptz} of a native query, which comes as a time with an offset. */
public final class Timestamps {

  private Timestamps() {}

  public static Instant instant(Object column) {
    return ((OffsetDateTime) column).toInstant();
  }

  public static @Nullable Instant orNull(@Nullable Object column) {
    return column == null ? null : instant(column);
  }
}
