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

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a session: from which states, and to which. This table is the whole state
 * machine; {@link Session} follows it, and whoever tells of it reads it.
 */
public enum Transition {
  AGREE_TO_FACILITATE("agreeToFacilitate", beforeLock()),
  TAKE_SAMPLES("takeSamples", EnumSet.of(PLANNED), SAMPLES_READY),
  CHECK_SAMPLE("checkSample", EnumSet.of(SAMPLES_READY)),
  SEND_SAMPLE_BACK("sendSampleBack", EnumSet.of(SAMPLES_READY)),
  REDACT_SAMPLE("redactSample", EnumSet.of(SAMPLES_READY)),
  WITHDRAW_SAMPLE("withdrawSample", EnumSet.of(SAMPLES_READY, BLIND_SCORING)),
  OPEN_BLIND_SCORING("openBlindScoring", EnumSet.of(SAMPLES_READY), BLIND_SCORING),
  SCORE_SAMPLE("scoreSample", EnumSet.of(BLIND_SCORING)),
  REVEAL_SCORES("revealScores", EnumSet.of(BLIND_SCORING), REVEALED),
  OPEN_DISCUSSION("openDiscussion", EnumSet.of(REVEALED, READY), DISCUSSION),
  RECORD_CONSENSUS("recordConsensus", EnumSet.of(DISCUSSION)),
  DECIDE_REVIEW("decideReview", EnumSet.of(DISCUSSION)),
  DECLARE_READY("declareReady", EnumSet.of(DISCUSSION), READY),
  LOCK("lockCalibrationSession", EnumSet.of(READY), LOCKED),
  REPLACE_SEAT("replaceSeat", beforeLock()),
  /** What is locked is on its way to the reviews and can't be called back. */
  CANCEL("cancelCalibrationSession", beforeLock(), CANCELLED),
  /** Review-service has applied the decisions. */
  PUBLISH(null, EnumSet.of(LOCKED), PUBLISHED),
  /** Review-service has refused the decisions, with the reason. */
  REOPEN(null, EnumSet.of(LOCKED), READY);

  private final @Nullable String operationId;
  private final Set<SessionState> from;
  private final @Nullable SessionState to;

  Transition(@Nullable String operationId, EnumSet<SessionState> from) {
    this(operationId, from, null);
  }

  Transition(@Nullable String operationId, EnumSet<SessionState> from, @Nullable SessionState to) {
    this.operationId = operationId;
    this.from = Collections.unmodifiableSet(from);
    this.to = to;
  }

  private static EnumSet<SessionState> beforeLock() {
    return EnumSet.range(PLANNED, READY);
  }

  /** The operation by which somebody does it; none where review-service does. */
  public Optional<String> operationId() {
    return Optional.ofNullable(operationId);
  }

  public Set<SessionState> from() {
    return from;
  }

  /** The state afterwards, which may be the same. */
  public SessionState after(SessionState state) {
    return to == null ? state : to;
  }
}
