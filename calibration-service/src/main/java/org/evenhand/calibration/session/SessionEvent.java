package org.evenhand.calibration.session;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells of a session. Reasons in words stay behind: they are about people. In no
 * event does the order of reviews or scores follow the samples' places.
 *
 * @param agreement from REVEALED on
 * @param details what this kind of event tells beside; its fields stand next to the others
 */
record SessionEvent(
    UUID sessionId,
    UUID cycleId,
    SessionState state,
    UUID facilitatorId,
    UUID coFacilitatorId,
    int reviews,
    @Nullable Agreement agreement,
    @Nullable Instant lockedAt,
    @JsonUnwrapped @Nullable Object details) {

  static SessionEvent of(Session session, @Nullable Object details) {
    return new SessionEvent(
        session.id(),
        session.cycleId(),
        session.state(),
        session.members().facilitatorId(),
        session.members().coFacilitatorId(),
        session.reviewIds().size(),
        session.agreement(),
        session.lockedAt(),
        details);
  }
}
