package org.evenhand.calibration.session;

/** What a person can do with a session. */
public enum Transition {
  AGREE_TO_FACILITATE("agreeToFacilitate"),
  TAKE_SAMPLES("takeSamples"),
  CHECK_SAMPLE("checkSample"),
  SEND_SAMPLE_BACK("sendSampleBack"),
  REDACT_SAMPLE("redactSample"),
  WITHDRAW_SAMPLE("withdrawSample"),
  OPEN_BLIND_SCORING("openBlindScoring"),
  SCORE_SAMPLE("scoreSample"),
  REVEAL_SCORES("revealScores"),
  OPEN_DISCUSSION("openDiscussion"),
  RECORD_CONSENSUS("recordConsensus"),
  DECIDE_REVIEW("decideReview"),
  DECLARE_READY("declareReady"),
  LOCK("lockCalibrationSession"),
  REPLACE_SEAT("replaceSeat"),
  CANCEL("cancelCalibrationSession");

  private final String operation;

  Transition(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation, as a client reads it in {@code actions} and {@code allowed}. */
  public String operation() {
    return operation;
  }
}
