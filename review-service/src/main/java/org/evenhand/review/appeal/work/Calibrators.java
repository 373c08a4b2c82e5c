package org.evenhand.review.appeal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.calibrated.SessionMembers;
import org.jspecify.annotations.Nullable;

/** Who sat in the session that decided on a result: none of them judges the appeal against it. */
@ApplicationScoped
class Calibrators {

  private final AppealSteps steps;
  private final SessionMembers sessions;

  Calibrators(AppealSteps steps, SessionMembers sessions) {
    this.steps = steps;
    this.sessions = sessions;
  }

  /**
   * Asked for outside of any transaction: while calibration-service is slow it holds no connection
   * to the database. Empty where the caller may not take the step now; why not, the step says.
   */
  Uni<Optional<Set<UUID>>> of(UUID id, @Nullable String ifMatch, AppealAction action) {
    return steps
        .look(id, ifMatch, action, context -> context.review().sessionId())
        .map(Optional::of)
        .onFailure(Problem.class)
        .recoverWithItem(Optional.empty())
        .chain(
            asked ->
                asked
                    .map(session -> members(session).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Set<UUID>> members(Optional<UUID> session) {
    return session.map(sessions::of).orElseGet(() -> Uni.createFrom().item(Set.of()));
  }
}
