package org.evenhand.analytics.rater;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.statistics.raters.BlindSample;
import org.evenhand.analytics.statistics.raters.BlindSeverity;

/**
 * The severity of raters over all blind samples of a cycle that they scored.
 *
 * <p>A figure moves in steps of at least {@value BlindSeverity#LEAST_SAMPLES} samples: a session
 * with fewer waits until others have come, so that two looks can't be subtracted to have the scores
 * of one sample. The order of the reveals alone decides it, so that a rebuild comes to the same.
 */
final class BlindSeverities {

  private final Map<UUID, List<BlindSession>> byRater = new HashMap<>();

  /**
   * @param sessions in the order in which they were revealed
   */
  BlindSeverities(List<BlindSession> sessions) {
    for (BlindSession session : sessions) {
      session
          .raters()
          .forEach(
              row -> byRater.computeIfAbsent(row.raterId(), r -> new ArrayList<>()).add(session));
    }
  }

  Optional<BlindSeverity> of(UUID rater) {
    List<BlindSample> counted = new ArrayList<>();
    List<BlindSample> waiting = new ArrayList<>();
    for (BlindSession session : byRater.getOrDefault(rater, List.of())) {
      session.samplesOf(rater).stream()
          .filter(sample -> sample.others().size() + 1 >= BlindSeverity.LEAST_RATERS)
          .forEach(waiting::add);
      if (waiting.size() >= BlindSeverity.LEAST_SAMPLES) {
        counted.addAll(waiting);
        waiting.clear();
      }
    }
    return BlindSeverity.of(counted);
  }
}
