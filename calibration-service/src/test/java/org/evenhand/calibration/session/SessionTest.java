package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final Session session =
      Session.plan(
          UUID.randomUUID(),
          new Session.Plan(
              UUID.randomUUID(),
              "Spring",
              UUID.randomUUID(),
              UUID.randomUUID(),
              List.of(UUID.randomUUID()),
              List.of(UUID.randomUUID(), UUID.randomUUID()),
              2),
          NOW);

  @Test
  void a_refused_step_names_the_steps_that_are_allowed() {
    var refused = assertThrows(Problem.class, () -> session.become(SessionState.LOCKED, NOW));
    assertEquals(CommonProblem.STATE_CONFLICT, refused.type());
    assertEquals(List.of("SAMPLES_READY", "CANCELLED"), refused.allowed());
  }

  @Test
  void a_locked_session_that_is_refused_can_be_discussed_and_locked_again() {
    walkTo(SessionState.READY);
    session.lock(NOW);
    session.refuse("review-reopened", NOW);
    assertEquals(SessionState.READY, session.state());
    assertEquals("review-reopened", session.refusal());
    session.become(SessionState.DISCUSSION, NOW);
    session.become(SessionState.READY, NOW);
    session.lock(NOW);
    assertEquals(SessionState.LOCKED, session.state());
  }

  @Test
  void a_published_session_stays_as_it_is() {
    walkTo(SessionState.READY);
    session.lock(NOW);
    session.become(SessionState.PUBLISHED, NOW);
    for (var state : SessionState.values()) {
      assertThrows(Problem.class, () -> session.become(state, NOW));
    }
  }

  private void walkTo(SessionState last) {
    for (var state : SessionState.values()) {
      if (state != SessionState.PLANNED && state.compareTo(last) <= 0) {
        if (state == SessionState.REVEALED) {
          session.reveal(new Agreement(3, 2, false, 0.7, 0.5, 0.9, null), NOW);
        } else {
          session.become(state, NOW);
        }
      }
    }
  }
}
