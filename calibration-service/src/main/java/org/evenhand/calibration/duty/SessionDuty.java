package org.evenhand.calibration.duty;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.session.Transition;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;

/**
 * What people owe in this service. What is late goes to hr-lead alone, who may give a seat to
 * somebody else or end the session: to those above a member the session doesn't exist.
 */
enum SessionDuty implements DutyKind {
  CO_FACILITATION(Transition.AGREE_TO_FACILITATE),
  SAMPLING(Transition.TAKE_SAMPLES),
  SAMPLE_CHECK(Transition.CHECK_SAMPLE, Transition.SEND_SAMPLE_BACK),
  SAMPLE_REDACTION(Transition.REDACT_SAMPLE, Transition.WITHDRAW_SAMPLE),
  SCORING_OPENING(Transition.OPEN_BLIND_SCORING),
  SCORE(Transition.SCORE_SAMPLE),
  REVEAL(Transition.REVEAL_SCORES),
  DELIBERATION(
      Transition.OPEN_DISCUSSION,
      Transition.RECORD_CONSENSUS,
      Transition.DECIDE_REVIEW,
      Transition.DECLARE_READY),
  SESSION_COUNTERSIGNATURE(Transition.LOCK);

  private static final int WORKING_DAYS = 5;

  private final List<String> operations;

  SessionDuty(Transition... transitions) {
    this.operations = Stream.of(transitions).map(Transition::operation).toList();
  }

  @Override
  public DutyTerms terms() {
    return DutyTerms.toHrLead(WORKING_DAYS);
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  @Override
  public Optional<String> neededBecause() {
    return Optional.of(
        "the session goes on only with it; a seat can be given to somebody else, and a session"
            + " cancelled.");
  }

  @Override
  public String path(UUID subject, String part) {
    return "/v1/calibration-sessions/" + subject;
  }
}
