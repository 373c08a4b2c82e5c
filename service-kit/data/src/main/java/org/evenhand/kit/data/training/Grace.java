package org.evenhand.kit.data.training;

import java.time.Instant;
import org.evenhand.kit.data.place.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The time in which somebody may do without training what they didn't ask for.
 *
 * @param since when it came to them; null where it didn't come so
 */
public record Grace(@Nullable Instant since, Instant now) {

  private static final int WORKING_DAYS = 10;

  public static Grace none(Instant now) {
    return new Grace(null, now);
  }

  /**
   * @param days those of where they work
   */
  boolean lasts(WorkingDays days) {
    return since != null && now.isBefore(days.endOf(days.plus(days.today(since), WORKING_DAYS)));
  }
}
