package org.evenhand.calibration.session;

import static org.evenhand.calibration.session.SessionState.BLIND_SCORING;
import static org.evenhand.calibration.session.SessionState.CANCELLED;
import static org.evenhand.calibration.session.SessionState.DISCUSSION;
import static org.evenhand.calibration.session.SessionState.LOCKED;
import static org.evenhand.calibration.session.SessionState.PLANNED;
import static org.evenhand.calibration.session.SessionState.PUBLISHED;
import static org.evenhand.calibration.session.SessionState.READY;
import static org.evenhand.calibration.session.SessionState.REVEALED;
import static org.evenhand.calibration.session.SessionState.SAMPLES_READY;
import static org.evenhand.calibration.session.Transition.AGREE_TO_FACILITATE;
import static org.evenhand.calibration.session.Transition.CANCEL;
import static org.evenhand.calibration.session.Transition.CHECK_SAMPLE;
import static org.evenhand.calibration.session.Transition.DECIDE_REVIEW;
import static org.evenhand.calibration.session.Transition.DECLARE_READY;
import static org.evenhand.calibration.session.Transition.LOCK;
import static org.evenhand.calibration.session.Transition.OPEN_BLIND_SCORING;
import static org.evenhand.calibration.session.Transition.OPEN_DISCUSSION;
import static org.evenhand.calibration.session.Transition.RECORD_CONSENSUS;
import static org.evenhand.calibration.session.Transition.REDACT_SAMPLE;
import static org.evenhand.calibration.session.Transition.REPLACE_SEAT;
import static org.evenhand.calibration.session.Transition.REVEAL_SCORES;
import static org.evenhand.calibration.session.Transition.SCORE_SAMPLE;
import static org.evenhand.calibration.session.Transition.SEND_SAMPLE_BACK;
import static org.evenhand.calibration.session.Transition.TAKE_SAMPLES;
import static org.evenhand.calibration.session.Transition.WITHDRAW_SAMPLE;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The way of a session. What is locked is on its way to the reviews and can't be called back;
 * anything before can be cancelled. Review-service applies the decisions, and the session is
 * PUBLISHED; or it refuses them, and the session is READY again. The document shows the longer way,
 * that of a session which decides.
 */
public final class SessionLifecycle implements LifecycleSource {

  static final Lifecycle<SessionState> OF_SESSIONS =
      asFarAsTheReveal()
          .may(REVEALED, AGREE_TO_FACILITATE.operation())
          .may(REVEALED, OPEN_DISCUSSION.operation(), DISCUSSION)
          .may(REVEALED, REPLACE_SEAT.operation())
          .may(REVEALED, CANCEL.operation(), CANCELLED)
          .may(DISCUSSION, AGREE_TO_FACILITATE.operation())
          .may(DISCUSSION, RECORD_CONSENSUS.operation())
          .may(DISCUSSION, DECIDE_REVIEW.operation())
          .may(DISCUSSION, DECLARE_READY.operation(), READY)
          .may(DISCUSSION, REPLACE_SEAT.operation())
          .may(DISCUSSION, CANCEL.operation(), CANCELLED)
          .may(READY, AGREE_TO_FACILITATE.operation())
          .may(READY, OPEN_DISCUSSION.operation(), DISCUSSION)
          .may(READY, LOCK.operation(), LOCKED)
          .may(READY, REPLACE_SEAT.operation())
          .may(READY, CANCEL.operation(), CANCELLED)
          .becomes(LOCKED, PUBLISHED)
          .becomes(LOCKED, READY)
          .build();

  /**
   * Its reveal is its end: there is nothing to decide. A text can be taken out of it at any time.
   */
  static final Lifecycle<SessionState> OF_EXERCISES =
      asFarAsTheReveal().may(REVEALED, WITHDRAW_SAMPLE.operation()).build();

  private static Lifecycle.Builder<SessionState> asFarAsTheReveal() {
    return Lifecycle.startingAt(PLANNED)
        .may(PLANNED, AGREE_TO_FACILITATE.operation())
        .may(PLANNED, TAKE_SAMPLES.operation(), SAMPLES_READY)
        .may(PLANNED, REPLACE_SEAT.operation())
        .may(PLANNED, CANCEL.operation(), CANCELLED)
        .may(SAMPLES_READY, AGREE_TO_FACILITATE.operation())
        .may(SAMPLES_READY, CHECK_SAMPLE.operation())
        .may(SAMPLES_READY, SEND_SAMPLE_BACK.operation())
        .may(SAMPLES_READY, REDACT_SAMPLE.operation())
        .may(SAMPLES_READY, WITHDRAW_SAMPLE.operation())
        .may(SAMPLES_READY, OPEN_BLIND_SCORING.operation(), BLIND_SCORING)
        .may(SAMPLES_READY, REPLACE_SEAT.operation())
        .may(SAMPLES_READY, CANCEL.operation(), CANCELLED)
        .may(BLIND_SCORING, AGREE_TO_FACILITATE.operation())
        .may(BLIND_SCORING, WITHDRAW_SAMPLE.operation())
        .may(BLIND_SCORING, SCORE_SAMPLE.operation())
        .may(BLIND_SCORING, REVEAL_SCORES.operation(), REVEALED)
        .may(BLIND_SCORING, REPLACE_SEAT.operation())
        .may(BLIND_SCORING, CANCEL.operation(), CANCELLED);
  }

  static Lifecycle<SessionState> of(SessionKind kind) {
    return switch (kind) {
      case CALIBRATION -> OF_SESSIONS;
      case EXERCISE -> OF_EXERCISES;
    };
  }

  @Override
  public String schema() {
    return "SessionView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_SESSIONS;
  }
}
