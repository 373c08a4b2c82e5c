package org.evenhand.calibration.session;

import java.util.List;
import org.evenhand.calibration.directory.Actor;

/** What somebody may do with a session in its present state, by operation id. */
final class SessionActions {

  private SessionActions() {}

  static List<String> of(Session session, Actor actor) {
    return session.state().open().stream()
        .filter(transition -> may(transition, session, actor))
        .flatMap(transition -> transition.operationId().stream())
        .toList();
  }

  private static boolean may(Transition transition, Session session, Actor actor) {
    boolean facilitator = session.facilitatorId().equals(actor.person());
    boolean coFacilitator = session.coFacilitates(actor.person());
    boolean countersigner = coFacilitator && session.isAgreed();
    return switch (transition) {
      case AGREE_TO_FACILITATE -> coFacilitator && !session.isAgreed();
      case TAKE_SAMPLES -> facilitator && session.isAgreed();
      case REDACT_SAMPLE, DECLARE_READY -> facilitator;
      case CHECK_SAMPLE, SEND_SAMPLE_BACK, LOCK -> countersigner;
      case WITHDRAW_SAMPLE,
          OPEN_BLIND_SCORING,
          REVEAL_SCORES,
          OPEN_DISCUSSION,
          RECORD_CONSENSUS,
          DECIDE_REVIEW ->
          facilitator || countersigner;
      case SCORE_SAMPLE -> session.rates(actor.person());
      case REPLACE_SEAT, CANCEL -> session.isOverseenBy(actor);
      case PUBLISH, REOPEN -> false;
    };
  }
}
