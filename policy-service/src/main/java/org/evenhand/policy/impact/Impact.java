package org.evenhand.policy.impact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an announcement says of the past under the new rules.
 *
 * @param replays all that were done with the rules announced, also those that please less
 * @param waived why there needn't be one; null where nobody waived it
 */
public record Impact(List<Replayed> replays, @Nullable String waived) {

  /**
   * A question and its answer.
   *
   * @param finishedAt so that whoever has signed before sees that they didn't have it before them
   */
  public record Replayed(
      ReplayQuestion question, ReplayAnswer answer, @Nullable Instant finishedAt) {}
}
