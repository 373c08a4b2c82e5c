package org.evenhand.review.calibrated;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Who sat in a session, for whoever has to keep them away from a second decision. */
@ApplicationScoped
public class SessionMembers {

  private final Reasons reasons;

  SessionMembers(Reasons reasons) {
    this.reasons = reasons;
  }

  /** Asked outside of a transaction, because calibration-service may be slow or away. */
  public Uni<Set<UUID>> of(UUID sessionId) {
    return reasons.members(sessionId);
  }
}
