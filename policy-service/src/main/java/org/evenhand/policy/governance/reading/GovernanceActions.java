package org.evenhand.policy.governance.reading;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.governance.Decision;
import org.evenhand.policy.governance.DecisionState;
import org.evenhand.policy.governance.GovernanceLifecycle;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.governance.GovernanceState;
import org.evenhand.policy.governance.GovernanceStep;

/** What a reader may do to a review now. */
public final class GovernanceActions {

  private GovernanceActions() {}

  public static List<String> of(GovernanceReview review, Actor reader) {
    return reader.employeeId() == null
        ? List.of()
        : open(review)
            .filter(step -> may(step, review, reader))
            .map(GovernanceStep::operation)
            .toList();
  }

  /** What they may do to one of its decisions. */
  public static List<String> of(GovernanceReview review, Decision decision, Actor reader) {
    return reader.employeeId() != null && mayClose(review, decision, reader)
        ? Stream.of(GovernanceStep.DECISION_DONE, GovernanceStep.DECISION_DROPPED)
            .map(GovernanceStep::operation)
            .toList()
        : List.of();
  }

  private static Stream<GovernanceStep> open(GovernanceReview review) {
    List<String> open = GovernanceLifecycle.OF_REVIEWS.operations(review.state());
    return Stream.of(GovernanceStep.values()).filter(step -> open.contains(step.operation()));
  }

  private static boolean may(GovernanceStep step, GovernanceReview review, Actor reader) {
    return switch (step) {
      case PREPARATION -> reader.hr();
      case MINUTES -> (reader.hr() || reader.manager()) && review.agenda().isPresent();
      case SIGNATURE -> maySign(review, reader);
      case DECISION_DONE, DECISION_DROPPED ->
          review.decisions().stream().anyMatch(decision -> mayClose(review, decision, reader));
    };
  }

  private static boolean maySign(GovernanceReview review, Actor reader) {
    return review.sideOf(reader.person()).isPresent()
        && (reader.hr() || reader.manager())
        && review.minutes().filter(minutes -> !minutes.signedBy(reader.person())).isPresent();
  }

  private static boolean mayClose(GovernanceReview review, Decision decision, Actor reader) {
    return review.state() == GovernanceState.SIGNED
        && decision.state() == DecisionState.OPEN
        && (reader.hr() || reader.manager())
        && review.owns(decision, reader.person());
  }
}
