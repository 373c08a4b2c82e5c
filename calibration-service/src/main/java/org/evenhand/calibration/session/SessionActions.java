package org.evenhand.calibration.session;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.calibration.directory.Actor;

/** What somebody may do with a session in its present state, by operation id. */
public final class SessionActions {

  private SessionActions() {}

  public static List<String> of(Session session, Actor actor) {
    var open = session.operations();
    var own =
        Stream.of(Transition.values())
            .filter(transition -> open.contains(transition.operation()))
            .filter(transition -> may(transition, session, actor))
            .map(Transition::operation);
    return Stream.concat(own, beside(session, actor)).toList();
  }

  /** What comes of a session, and changes nothing in it. */
  private static Stream<String> beside(Session session, Actor actor) {
    if (session.isExercise()) {
      return Stream.empty();
    }
    var members = session.members();
    boolean seated =
        members.contains(actor.person())
            && (members.isAgreed() || !members.isCoFacilitator(actor.person()));
    boolean published = session.state() == SessionState.PUBLISHED;
    return Stream.concat(
        seated && session.state().isRevealed() ? Stream.of("proposeNorm") : Stream.empty(),
        seated && published && members.facilitates(actor.person())
            ? Stream.of("proposePrecedent")
            : Stream.empty());
  }

  private static boolean may(Transition transition, Session session, Actor actor) {
    var members = session.members();
    boolean facilitator = members.isFacilitator(actor.person());
    boolean coFacilitator = members.isCoFacilitator(actor.person());
    boolean countersigner = coFacilitator && members.isAgreed();
    return switch (transition) {
      case AGREE_TO_FACILITATE -> coFacilitator && !members.isAgreed();
      case TAKE_SAMPLES -> facilitator && members.isAgreed();
      case REDACT_SAMPLE, DECLARE_READY -> facilitator;
      case CHECK_SAMPLE, SEND_SAMPLE_BACK, LOCK -> countersigner;
      case WITHDRAW_SAMPLE,
          OPEN_BLIND_SCORING,
          REVEAL_SCORES,
          OPEN_DISCUSSION,
          RECORD_CONSENSUS,
          DECIDE_REVIEW ->
          facilitator || countersigner;
      case SCORE_SAMPLE -> members.isRater(actor.person());
      case REPLACE_SEAT, CANCEL -> session.isOverseenBy(actor);
    };
  }
}
