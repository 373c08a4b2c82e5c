package org.evenhand.review.growth.goal.duty;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalState;
import org.jspecify.annotations.Nullable;

/**
 * What a goal asks of its two people as it stands. Nothing waits for somebody who is away: it comes
 * anew, with its days, when they are back.
 *
 * @param places where people work
 */
record DutiesOfGoal(Goal goal, Map<UUID, String> places) {

  Stream<Owed> owed() {
    return Stream.of(agreements(), revisits(), confirmation(), renewal()).flatMap(each -> each);
  }

  /** Of what is on the table, and of what was signed last. */
  private Stream<Owed> agreements() {
    int number = goal.versions().size();
    Stream<Owed> signed =
        goal.agreed().stream().flatMap(agreed -> agreements(number, agreed.signatures()));
    return Stream.concat(
        signed,
        goal.proposal().stream()
            .filter(open -> isOpen())
            .flatMap(open -> agreements(number + 1, open.signatures())));
  }

  private Stream<Owed> agreements(int number, Signatures given) {
    return Stream.of(AgreementSide.values())
        .flatMap(
            side ->
                owed(GoalDuty.GOAL_AGREEMENT, side, number + "/" + side, null, given.has(side)));
  }

  private boolean isOpen() {
    return goal.state() == GoalState.PROPOSED || goal.state() == GoalState.AGREED;
  }

  private Stream<Owed> revisits() {
    int done = goal.revisits();
    return Stream.of(AgreementSide.values())
        .flatMap(
            side ->
                Stream.concat(
                    done == 0 ? Stream.empty() : revisit(side, done - 1, true),
                    goal.state() == GoalState.AGREED && !goal.isAway()
                        ? revisit(side, done, false)
                        : Stream.empty()));
  }

  private Stream<Owed> revisit(AgreementSide side, int number, boolean met) {
    return owed(
        GoalDuty.GOAL_REVISIT, side, number + "/" + side, goal.revisitOn().orElse(null), met);
  }

  /** Whoever puts it otherwise has met it too; part tells one successor from the next. */
  private Stream<Owed> confirmation() {
    return goal.managerId().stream()
        .filter(manager -> goal.state() == GoalState.AGREED)
        .flatMap(
            manager ->
                owed(
                    GoalDuty.GOAL_CONFIRMATION,
                    AgreementSide.MANAGER,
                    manager.toString(),
                    null,
                    !goal.managerChanged() || goal.managerProposes()));
  }

  private Stream<Owed> renewal() {
    return goal.absence().stream()
        .filter(absence -> goal.state() == GoalState.AGREED)
        .flatMap(
            absence ->
                Stream.ofNullable(absence.until())
                    .flatMap(
                        back ->
                            owed(
                                GoalDuty.GOAL_RENEWAL,
                                AgreementSide.MANAGER,
                                back.toString(),
                                null,
                                absence.renewed() || goal.managerRenews())));
  }

  private Stream<Owed> owed(
      GoalDuty kind, AgreementSide side, String part, @Nullable LocalDate dueOn, boolean met) {
    if (!met && side == AgreementSide.EMPLOYEE && goal.isAway()) {
      return Stream.empty();
    }
    UUID person =
        side == AgreementSide.EMPLOYEE ? goal.employeeId() : goal.managerId().orElse(null);
    return Stream.of(
        new Owed(
            kind,
            side == AgreementSide.EMPLOYEE ? Side.EMPLOYEE : Side.MANAGER,
            goal.id(),
            part,
            // Where nobody is above the person, HR agrees for the company.
            person == null ? Holder.role(Roles.HR_LEAD, null) : Holder.of(person),
            goal.employeeId(),
            places.get(person == null ? goal.employeeId() : person),
            met ? null : dueOn,
            met));
  }
}
