package org.evenhand.review.growth.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.EndedAction;
import org.evenhand.review.growth.plan.HeldCheckpoint;
import org.evenhand.review.growth.plan.PlanClosing;
import org.evenhand.review.growth.plan.PlanProposal;
import org.evenhand.review.growth.plan.PlanVersion;
import org.evenhand.review.growth.plan.reading.PlanView.EndedActionView;
import org.evenhand.review.growth.plan.reading.PlanView.HeldCheckpointView;
import org.evenhand.review.growth.plan.reading.PlanView.PlanClosingView;
import org.evenhand.review.growth.plan.reading.PlanView.PlanProposalView;
import org.evenhand.review.growth.plan.reading.PlanView.PlanSignatureView;
import org.evenhand.review.growth.plan.reading.PlanView.PlanVersionView;
import org.jspecify.annotations.Nullable;

/** The parts of a development plan that people have written, with who they are. */
record PlanTexts(DevelopmentPlan plan, Names names) {

  /** Everybody who is named in it. */
  static Set<UUID> people(DevelopmentPlan plan) {
    return Stream.of(
            Stream.of(plan.employeeId()),
            plan.managerId().stream(),
            Stream.concat(
                    plan.proposal().stream().map(PlanProposal::signatures),
                    plan.versions().stream().map(PlanVersion::signatures))
                .flatMap(signed -> Stream.of(AgreementSide.values()).map(signed::of))
                .filter(Objects::nonNull)
                .map(Signature::by),
            plan.course().ended().stream().map(EndedAction::by),
            plan.course().held().stream().map(HeldCheckpoint::by),
            plan.closing().stream().map(PlanClosing::by).filter(Objects::nonNull))
        .flatMap(people -> people)
        .collect(Collectors.toSet());
  }

  @Nullable PlanProposalView proposal() {
    return plan.proposal()
        .filter(open -> plan.state().isOpen())
        .map(
            open ->
                new PlanProposalView(
                    PlanTermsView.of(plan.proposedTerms().orElseThrow()),
                    open.reason(),
                    signatures(open.signatures()),
                    open.at()))
        .orElse(null);
  }

  /** Each as it was signed: absences since then move what counts, and not what was written. */
  List<PlanVersionView> versions() {
    return plan.versions().stream()
        .map(
            version ->
                new PlanVersionView(
                    version.number(),
                    PlanTermsView.of(version.terms()),
                    version.reason(),
                    signatures(version.signatures()),
                    version.at()))
        .toList();
  }

  private List<PlanSignatureView> signatures(Signatures given) {
    List<PlanSignatureView> found = new ArrayList<>();
    for (AgreementSide side : AgreementSide.values()) {
      Signature signature = given.of(side);
      if (signature != null) {
        found.add(new PlanSignatureView(side, names.of(signature.by()), signature.at()));
      }
    }
    return found;
  }

  List<EndedActionView> ended() {
    return plan.course().ended().stream()
        .map(
            each ->
                new EndedActionView(
                    each.actionId(), each.outcome(), each.reason(), names.of(each.by()), each.at()))
        .toList();
  }

  List<HeldCheckpointView> held() {
    return plan.course().held().stream()
        .map(
            each ->
                new HeldCheckpointView(
                    each.checkpointId(), each.note(), names.of(each.by()), each.at()))
        .toList();
  }

  @Nullable PlanClosingView closing() {
    return plan.closing()
        .map(
            closing ->
                new PlanClosingView(
                    closing.cause(), closing.reason(), names.orNull(closing.by()), closing.at()))
        .orElse(null);
  }
}
