package org.evenhand.calibration.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to be trained for.
 *
 * @param cycle of the reviews
 * @param at when it is; null where it is a part of the cycle, which has begun with its opening
 */
public record Occasion(UUID cycle, @Nullable Instant at) {

  public static Occasion ofCycle(UUID cycle) {
    return new Occasion(cycle, null);
  }
}
