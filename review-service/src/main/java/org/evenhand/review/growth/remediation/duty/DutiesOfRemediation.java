package org.evenhand.review.growth.remediation.duty;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.remediation.Companion;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationState;
import org.jspecify.annotations.Nullable;

/**
 * What a plan asks of those who have a part in it, as it stands. While the person is away nobody
 * waits for anything but what the company owes.
 *
 * @param today the day that it is where the person works
 * @param places where people work
 */
record DutiesOfRemediation(RemediationPlan plan, LocalDate today, Map<UUID, String> places) {

  Stream<Owed> owed() {
    return Stream.of(people(), checkpoints(), means(), endings())
        .flatMap(each -> each)
        .flatMap(Optional::stream);
  }

  private Stream<Optional<Owed>> people() {
    int put = plan.earlier().size();
    boolean open = plan.state().isOpen();
    return Stream.of(
        owed(RemediationDuty.REMEDIATION_REVIEW, Side.HR, plan.hrId(), "review/" + put, null)
            .filter(each -> plan.review().isPresent() || plan.awaitsReview() && !plan.isAway())
            .map(each -> each.metIf(plan.review().isPresent())),
        owed(
                RemediationDuty.REMEDIATION_ACKNOWLEDGEMENT,
                Side.EMPLOYEE,
                Optional.of(plan.employeeId()),
                "answer/" + put,
                plan.answerBy().orElse(null))
            .filter(each -> answered() || plan.awaitsAnswer() && !plan.isAway())
            .map(each -> each.metIf(answered())),
        owed(
                RemediationDuty.REMEDIATION_CONSENT,
                Side.EMPLOYEE,
                plan.companion().map(Companion::employeeId),
                "consent",
                null)
            .filter(
                each ->
                    open && plan.companion().filter(one -> one.consented() == null).isPresent()),
        owed(
                RemediationDuty.REMEDIATION_CONFIRMATION,
                Side.MANAGER,
                plan.managerId(),
                plan.managerId().map(UUID::toString).orElse(""),
                null)
            .filter(each -> open && plan.managerChanged() && !plan.isAway()));
  }

  /** Who has said nothing in time owes no answer any more, and has given none. */
  private boolean answered() {
    return plan.acknowledgement().flatMap(each -> Optional.ofNullable(each.by())).isPresent();
  }

  private Stream<Optional<Owed>> checkpoints() {
    return plan.terms().checkpoints().stream()
        .map(
            day -> {
              boolean held = plan.course().isHeld(day);
              return owed(
                      RemediationDuty.REMEDIATION_CHECKPOINT,
                      Side.MANAGER,
                      plan.managerId(),
                      day.id().toString(),
                      plan.dayOf(day.day()).orElse(null))
                  .filter(each -> held || plan.state().isRunning())
                  .map(each -> each.metIf(held));
            });
  }

  private Stream<Optional<Owed>> means() {
    return plan.terms().means().stream()
        .map(
            means -> {
              boolean given = plan.course().isGiven(means);
              return owed(
                      RemediationDuty.REMEDIATION_MEANS,
                      Side.COMPANY,
                      means.deliverer() == Deliverer.HR ? plan.hrId() : plan.managerId(),
                      means.id().toString(),
                      plan.dayOf(means.day()).orElse(null))
                  .filter(each -> given || plan.state().hasBegun())
                  .map(each -> each.metIf(given));
            });
  }

  private Stream<Optional<Owed>> endings() {
    return Stream.of(
        owed(
                RemediationDuty.REMEDIATION_EXTENSION,
                Side.MANAGER,
                plan.managerId(),
                "extension",
                null)
            .filter(each -> plan.state() == RemediationState.ACTIVE && plan.owesMoreTime(today)),
        owed(RemediationDuty.REMEDIATION_SIGNATURE, Side.HR, plan.hrId(), "signature", null)
            .filter(each -> plan.notMet().isPresent() && plan.state().isRunning()),
        owed(
                RemediationDuty.REMEDIATION_CONCLUSION,
                Side.MANAGER,
                plan.managerId(),
                "conclusion",
                null)
            .filter(each -> awaitsConclusion()));
  }

  /** Whoever is new stands by it first, and time that is owed is given first. */
  private boolean awaitsConclusion() {
    return plan.state().isRunning()
        && plan.lastDay().filter(today::isAfter).isPresent()
        && plan.notMet().isEmpty()
        && !plan.owesMoreTime(today)
        && !plan.managerChanged();
  }

  /** Nobody holds it where there is nobody: what is secret can't go to whoever has a role. */
  private Optional<Owed> owed(
      RemediationDuty kind,
      Side side,
      Optional<UUID> holder,
      String part,
      @Nullable LocalDate dueOn) {
    return holder.map(
        person ->
            new Owed(
                kind,
                side,
                plan.id(),
                part,
                Holder.of(person),
                plan.employeeId(),
                places.get(person),
                dueOn,
                false));
  }
}
