package org.evenhand.policy.governance.duty;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.policy.governance.DecisionState;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.governance.GovernanceState;
import org.jspecify.annotations.Nullable;

/**
 * What a review asks of people as it stands.
 *
 * @param places where they work
 */
record DutiesOfReview(GovernanceReview review, Map<UUID, String> places) {

  Stream<Owed> owed() {
    return Stream.of(Stream.of(toHold()), signatures(), decisions()).flatMap(each -> each);
  }

  private Owed toHold() {
    return owed(
        GovernanceDuty.GOVERNANCE_REVIEW,
        Side.HR,
        "",
        review.terms().owner(),
        review.dueOn(),
        review.minutes().isPresent());
  }

  /** One signature of each side is enough. */
  private Stream<Owed> signatures() {
    return review.minutes().stream()
        .flatMap(
            minutes ->
                minutes.present().stream()
                    .filter(
                        attendee ->
                            minutes.signedBy(attendee.person())
                                || !minutes.signedFor(attendee.side())))
        .map(
            attendee ->
                owed(
                    GovernanceDuty.MINUTES_SIGNATURE,
                    side(attendee.side()),
                    attendee.person().toString(),
                    attendee.person(),
                    null,
                    signed(attendee.person())));
  }

  private boolean signed(UUID person) {
    return review.minutes().filter(minutes -> minutes.signedBy(person)).isPresent();
  }

  /** They hold once both sides have signed; a dropped one lapses. */
  private Stream<Owed> decisions() {
    return review.state() == GovernanceState.SIGNED
        ? review.decisions().stream()
            .filter(decision -> decision.state() != DecisionState.DROPPED)
            .map(
                decision ->
                    owed(
                        GovernanceDuty.DECISION_ACTION,
                        side(decision.side()),
                        Integer.toString(decision.number()),
                        decision.responsible(),
                        decision.dueOn(),
                        decision.state() == DecisionState.DONE))
        : Stream.empty();
  }

  private Owed owed(
      GovernanceDuty kind,
      Side side,
      String part,
      UUID holder,
      @Nullable LocalDate dueOn,
      boolean met) {
    return new Owed(
        kind, side, review.id(), part, Holder.of(holder), null, places.get(holder), dueOn, met);
  }

  private static Side side(org.evenhand.policy.signing.Side side) {
    return Side.valueOf(side.name());
  }
}
