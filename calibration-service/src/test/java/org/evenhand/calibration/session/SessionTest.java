package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final UUID FACILITATOR = new UUID(0, 1);
  private static final UUID CO_FACILITATOR = new UUID(0, 2);
  private static final UUID RATER = new UUID(0, 3);
  private static final UUID SOMEBODY_ELSE = new UUID(0, 4);
  private static final List<UUID> REVIEWS = List.of(new UUID(1, 1), new UUID(1, 2));

  /** What each step makes of a session in each state; a dot where it is refused. */
  private static final String LIFECYCLE =
      """
      operation                PLANNED       SAMPLES_READY BLIND_SCORING REVEALED   DISCUSSION READY      LOCKED    PUBLISHED CANCELLED
      agreeToFacilitate        PLANNED       SAMPLES_READY BLIND_SCORING REVEALED   DISCUSSION READY      .         .         .
      takeSamples              SAMPLES_READY .             .             .          .          .          .         .         .
      checkSample              .             SAMPLES_READY .             .          .          .          .         .         .
      sendSampleBack           .             SAMPLES_READY .             .          .          .          .         .         .
      redactSample             .             SAMPLES_READY .             .          .          .          .         .         .
      withdrawSample           .             SAMPLES_READY BLIND_SCORING .          .          .          .         .         .
      openBlindScoring         .             BLIND_SCORING .             .          .          .          .         .         .
      scoreSample              .             .             BLIND_SCORING .          .          .          .         .         .
      revealScores             .             .             REVEALED      .          .          .          .         .         .
      openDiscussion           .             .             .             DISCUSSION .          DISCUSSION .         .         .
      recordConsensus          .             .             .             .          DISCUSSION .          .         .         .
      decideReview             .             .             .             .          DISCUSSION .          .         .         .
      declareReady             .             .             .             .          READY      .          .         .         .
      lockCalibrationSession   .             .             .             .          .          LOCKED     .         .         .
      replaceSeat              PLANNED       SAMPLES_READY BLIND_SCORING REVEALED   DISCUSSION READY      .         .         .
      cancelCalibrationSession CANCELLED     CANCELLED     CANCELLED     CANCELLED  CANCELLED  CANCELLED  .         .         .
      """;

  @Test
  void each_step_is_taken_where_the_table_allows_it_and_refused_elsewhere() {
    assertEquals(
        table(),
        Stream.of(Transition.values())
            .map(
                step ->
                    Stream.concat(
                            Stream.of(step.operation()),
                            Stream.of(SessionState.values()).map(state -> after(state, step)))
                        .toList())
            .toList());
  }

  private static String after(SessionState state, Transition step) {
    var session = in(state);
    try {
      take(session, step);
      return session.state().name();
    } catch (Problem refused) {
      assertEquals(CommonProblem.STATE_CONFLICT, refused.type());
      assertEquals(open(state), Set.copyOf(refused.allowed()));
      assertEquals(state, session.state());
      return ".";
    }
  }

  @Test
  void the_same_can_be_read_as_data() {
    for (var state : SessionState.values()) {
      assertEquals(open(state), Set.copyOf(SessionLifecycle.OF_SESSIONS.operations(state)));
    }
  }

  @Test
  void an_exercise_goes_the_same_way_as_far_as_the_reveal_and_then_gives_texts_back_alone() {
    for (var state : SessionState.values()) {
      boolean over = state.isRevealed() || state == SessionState.CANCELLED;
      Set<String> left = state == SessionState.REVEALED ? Set.of("withdrawSample") : Set.of();
      assertEquals(
          over ? left : open(state),
          Set.copyOf(SessionLifecycle.of(SessionKind.EXERCISE).operations(state)));
    }
  }

  private static Set<String> open(SessionState state) {
    return table().stream()
        .filter(row -> !row.get(1 + state.ordinal()).equals("."))
        .map(row -> row.get(0))
        .collect(Collectors.toSet());
  }

  private static List<List<String>> table() {
    return LIFECYCLE.lines().skip(1).map(line -> List.of(line.split(" +", -1))).toList();
  }

  @Test
  void only_what_is_locked_is_published_or_reopened() {
    for (var state : SessionState.values()) {
      if (state != SessionState.LOCKED) {
        assertThrows(IllegalStateException.class, () -> in(state).publish(NOW));
        assertThrows(IllegalStateException.class, () -> in(state).reopen("late", NOW));
      }
    }
    var session = in(SessionState.LOCKED);
    session.publish(NOW);
    assertEquals(SessionState.PUBLISHED, session.state());
  }

  @Test
  void a_locked_session_that_is_refused_can_be_discussed_and_locked_again() {
    var session = in(SessionState.LOCKED);
    session.reopen("review-reopened", NOW);
    assertEquals("review-reopened", session.refusal());
    session.openDiscussion(NOW);
    session.declareReady(NOW);
    session.lock(NOW);
    assertEquals(SessionState.LOCKED, session.state());
  }

  @Test
  void a_new_co_facilitator_has_to_agree_and_who_has_left_is_known_still() {
    var session = planned();
    session.agreeToFacilitate(NOW);
    assertThrows(Problem.class, () -> session.agreeToFacilitate(NOW));
    session.replace(CO_FACILITATOR, SOMEBODY_ELSE, NOW);
    assertFalse(session.members().isAgreed());
    assertEquals(
        List.of(true, false),
        List.of(
            session.members().everContained(CO_FACILITATOR),
            session.members().contains(CO_FACILITATOR)));
  }

  @Test
  void a_raters_seat_has_nothing_to_do_once_the_scores_are_revealed() {
    var scoring = in(SessionState.BLIND_SCORING);
    scoring.replace(RATER, SOMEBODY_ELSE, NOW);
    assertEquals(List.of(SOMEBODY_ELSE), scoring.members().raterIds());
    assertThrows(Problem.class, () -> in(SessionState.REVEALED).replace(RATER, SOMEBODY_ELSE, NOW));
  }

  @Test
  void the_last_sample_is_not_withdrawn() {
    var session = in(SessionState.SAMPLES_READY);
    session.withdraw(sample(0), NOW);
    assertThrows(Problem.class, () -> session.withdraw(sample(1), NOW));
    assertEquals(List.of(REVIEWS.get(1)), session.reviewIds());
  }

  private static void take(Session session, Transition step) {
    switch (step) {
      case AGREE_TO_FACILITATE -> session.agreeToFacilitate(NOW);
      case TAKE_SAMPLES -> session.takeSamples(REVIEWS, NOW);
      case CHECK_SAMPLE, SEND_SAMPLE_BACK, REDACT_SAMPLE, RECORD_CONSENSUS, DECIDE_REVIEW ->
          session.sampleChanged(step, NOW);
      case WITHDRAW_SAMPLE -> session.withdraw(sample(0), NOW);
      case OPEN_BLIND_SCORING -> session.openBlindScoring(NOW);
      case SCORE_SAMPLE -> session.require(step);
      case REVEAL_SCORES -> session.reveal(new Agreement(3, 2, false, 0.7, 0.5, 0.9, null), NOW);
      case OPEN_DISCUSSION -> session.openDiscussion(NOW);
      case DECLARE_READY -> session.declareReady(NOW);
      case LOCK -> session.lock(NOW);
      case REPLACE_SEAT -> session.replace(FACILITATOR, SOMEBODY_ELSE, NOW);
      case CANCEL -> session.cancel("Nobody has time.", FACILITATOR, NOW);
    }
  }

  private static Session in(SessionState state) {
    var session = planned();
    var way =
        List.of(
            Transition.TAKE_SAMPLES,
            Transition.OPEN_BLIND_SCORING,
            Transition.REVEAL_SCORES,
            Transition.OPEN_DISCUSSION,
            Transition.DECLARE_READY,
            Transition.LOCK);
    if (state == SessionState.CANCELLED) {
      take(session, Transition.CANCEL);
    } else {
      way.stream().limit(state.ordinal()).forEach(step -> take(session, step));
    }
    if (state == SessionState.PUBLISHED) {
      session.publish(NOW);
    }
    return session;
  }

  private static Session planned() {
    return Session.plan(
        new UUID(2, 0),
        new Session.Plan(
            SessionKind.CALIBRATION,
            new UUID(3, 0),
            "Spring",
            FACILITATOR,
            CO_FACILITATOR,
            List.of(RATER),
            REVIEWS,
            2),
        NOW);
  }

  private static Sample sample(int at) {
    return new Sample(
        new UUID(4, at), new UUID(2, 0), REVIEWS.get(at), at + 1, true, List.of(), 3, 5);
  }
}
