package org.evenhand.calibration.session;

import java.util.ArrayList;
import java.util.List;

/** What somebody may do with a session in its present state, by operation id. */
final class SessionActions {

  private SessionActions() {}

  static List<String> of(Session session, Viewer viewer) {
    var actions = new ArrayList<String>();
    if (viewer.coFacilitates(session)) {
      actions.addAll(session.isAgreed() ? ofCoFacilitator(session.state()) : agreeing(session));
    } else if (viewer.facilitates(session)) {
      actions.addAll(ofFacilitator(session));
    } else if (viewer.rates(session) && session.state() == SessionState.BLIND_SCORING) {
      actions.add("scoreSample");
    }
    if (viewer.oversees(session) && session.state().isOpen()) {
      actions.add("replaceSeat");
      actions.add("cancelCalibrationSession");
    }
    return actions;
  }

  private static List<String> agreeing(Session session) {
    return session.state().isOpen() ? List.of("agreeToFacilitate") : List.of();
  }

  private static List<String> ofFacilitator(Session session) {
    return switch (session.state()) {
      case PLANNED -> session.isAgreed() ? List.of("takeSamples") : List.of();
      case SAMPLES_READY -> List.of("redactSample", "withdrawSample", "openBlindScoring");
      case BLIND_SCORING -> List.of("withdrawSample", "revealScores");
      case REVEALED -> List.of("openDiscussion");
      case DISCUSSION -> List.of("recordConsensus", "decideReview", "declareReady");
      case READY -> List.of("openDiscussion");
      case LOCKED, PUBLISHED, CANCELLED -> List.of();
    };
  }

  private static List<String> ofCoFacilitator(SessionState state) {
    return switch (state) {
      case SAMPLES_READY ->
          List.of("checkSample", "sendSampleBack", "withdrawSample", "openBlindScoring");
      case BLIND_SCORING -> List.of("withdrawSample", "revealScores");
      case REVEALED -> List.of("openDiscussion");
      case DISCUSSION -> List.of("recordConsensus", "decideReview");
      case READY -> List.of("openDiscussion", "lockCalibrationSession");
      case PLANNED, LOCKED, PUBLISHED, CANCELLED -> List.of();
    };
  }
}
