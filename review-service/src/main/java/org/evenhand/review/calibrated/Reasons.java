package org.evenhand.review.calibrated;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.evenhand.kit.data.database.DependencyAway;

/**
 * Fetches the reasons of a session's decisions, and who sat in it. Retries on every other answer
 * than the reasons, because calibration-service's own event says that they are there.
 */
@ApplicationScoped
class Reasons {

  private final CalibrationService calibration;

  Reasons(@RestClient CalibrationService calibration) {
    this.calibration = calibration;
  }

  /** Of each session, by review; one after the other. */
  Uni<Map<UUID, Map<UUID, String>>> of(List<UUID> sessionIds) {
    return Multi.createFrom()
        .iterable(sessionIds)
        .onItem()
        .transformToUniAndConcatenate(id -> of(id).map(words -> Map.entry(id, words)))
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  /** Everybody who has or had a seat in the session. */
  Uni<Set<UUID>> members(UUID sessionId) {
    return calibration
        .decisions(sessionId)
        .onFailure()
        .transform(Reasons::away)
        .map(
            answer ->
                answer.memberIds() == null
                    ? Set.<UUID>of()
                    : Set.copyOf(Objects.requireNonNull(answer.memberIds())));
  }

  private Uni<Map<UUID, String>> of(UUID sessionId) {
    return calibration
        .decisions(sessionId)
        .onFailure()
        .transform(Reasons::away)
        .map(
            answer -> {
              Map<UUID, String> reasons = new HashMap<>();
              answer.decisions().forEach(one -> reasons.put(one.reviewId(), one.reason()));
              return reasons;
            });
  }

  private static DependencyAway away(Throwable failure) {
    String name = "calibration-service";
    return failure instanceof WebApplicationException answer
        ? new DependencyAway(name + " (" + answer.getResponse().getStatus() + ")")
        : new DependencyAway(name, failure);
  }
}
