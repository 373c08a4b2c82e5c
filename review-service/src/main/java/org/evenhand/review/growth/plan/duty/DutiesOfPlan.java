package org.evenhand.review.growth.plan.duty;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanState;
import org.evenhand.review.growth.plan.terms.Checkpoint;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.plan.terms.Means;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlannedAction;
import org.jspecify.annotations.Nullable;

/**
 * What a plan asks of its two people, and of the company, as it stands. What lies ahead doesn't
 * wait while the person is away: it comes anew, with its days, when they are back.
 *
 * @param unit the person's, whose HR gives what HR is to give
 * @param places where people work
 */
record DutiesOfPlan(DevelopmentPlan plan, String unit, Map<UUID, String> places) {

  Stream<Owed> owed() {
    return Stream.of(proposal(), agreements(), confirmation(), checkpoints(), means())
        .flatMap(each -> each);
  }

  private static Stream<Owed> none() {
    return Stream.empty();
  }

  private Stream<Owed> proposal() {
    boolean waits = plan.state() == PlanState.DRAFT;
    // What ended before anybody proposed it was never done, and waits for nobody any more.
    return !plan.isOwed() || waits && plan.isAway() || plan.state() == PlanState.WITHDRAWN
        ? none()
        : Stream.of(of(PlanDuty.PLAN_PROPOSAL, AgreementSide.MANAGER, "", null, !waits));
  }

  /** Of what is on the table, and of what was signed last. */
  private Stream<Owed> agreements() {
    int number = plan.versions().size();
    Stream<Owed> signed =
        plan.agreed().stream().flatMap(agreed -> agreements(number, agreed.signatures()));
    return Stream.concat(
        signed,
        plan.proposal().stream()
            .filter(open -> plan.state() == PlanState.PROPOSED || plan.state().isAgreed())
            .flatMap(open -> agreements(number + 1, open.signatures())));
  }

  private Stream<Owed> agreements(int number, Signatures given) {
    return Stream.of(AgreementSide.values())
        .filter(side -> given.has(side) || !plan.isAway())
        .map(side -> of(PlanDuty.PLAN_AGREEMENT, side, number + "/" + side, null, given.has(side)));
  }

  /** Whoever puts it otherwise has met it too; part tells one successor from the next. */
  private Stream<Owed> confirmation() {
    return plan.managerId().stream()
        .filter(manager -> plan.state().isAgreed())
        .map(
            manager ->
                of(
                    PlanDuty.PLAN_CONFIRMATION,
                    AgreementSide.MANAGER,
                    manager.toString(),
                    null,
                    !plan.managerChanged() || plan.managerProposes()));
  }

  private Stream<Owed> checkpoints() {
    return actions()
        .flatMap(action -> action.checkpoints().stream().flatMap(day -> checkpoint(action, day)));
  }

  private Stream<Owed> checkpoint(PlannedAction action, Checkpoint day) {
    boolean held = plan.course().holding(day.id()).isPresent();
    boolean waits =
        plan.state() == PlanState.ACTIVE && !plan.isAway() && plan.course().isOpen(action);
    return Stream.of(AgreementSide.values())
        .filter(side -> held || waits)
        .map(side -> of(PlanDuty.CHECKPOINT, side, day.id() + "/" + side, day.on(), held));
  }

  /**
   * An action that is dropped needs nothing more; one that is done still was promised it. What was
   * late before the person went away stays so.
   */
  private Stream<Owed> means() {
    return actions()
        .flatMap(action -> action.means().stream().flatMap(each -> means(action, each)));
  }

  private Stream<Owed> means(PlannedAction action, Means means) {
    boolean given = plan.course().delivery(means.id()).isPresent();
    boolean waits =
        plan.state().isAgreed()
            && !plan.isAwayOn(means.dueOn())
            && (plan.course().isOpen(action) || plan.course().isDone(action));
    return given || waits
        ? Stream.of(
            owed(
                PlanDuty.MEANS,
                Side.COMPANY,
                holder(means),
                means.id().toString(),
                means.dueOn(),
                given))
        : none();
  }

  private Holder holder(Means means) {
    return means.deliverer() == Deliverer.HR
        ? Holder.role(Roles.HR, unit)
        : holder(AgreementSide.MANAGER);
  }

  private Stream<PlannedAction> actions() {
    return plan.agreedTerms().map(PlanTerms::actions).stream().flatMap(actions -> actions.stream());
  }

  /** Where the assignment reports to nobody, HR agrees for the company. */
  private Holder holder(AgreementSide side) {
    return side == AgreementSide.EMPLOYEE
        ? Holder.of(plan.employeeId())
        : plan.managerId().map(Holder::of).orElseGet(() -> Holder.role(Roles.HR_LEAD, null));
  }

  private Owed of(
      PlanDuty kind, AgreementSide side, String part, @Nullable LocalDate dueOn, boolean met) {
    return owed(
        kind,
        side == AgreementSide.EMPLOYEE ? Side.EMPLOYEE : Side.MANAGER,
        holder(side),
        part,
        dueOn,
        met);
  }

  private Owed owed(
      PlanDuty kind,
      Side side,
      Holder holder,
      String part,
      @Nullable LocalDate dueOn,
      boolean met) {
    return new Owed(
        kind,
        side,
        plan.id(),
        part,
        holder,
        plan.employeeId(),
        places.get(Optional.ofNullable(holder.person()).orElse(plan.employeeId())),
        met ? null : dueOn,
        met);
  }
}
