package org.evenhand.review.growth.remediation.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.remediation.Acknowledgement;
import org.evenhand.review.growth.remediation.Companion;
import org.evenhand.review.growth.remediation.GateReview;
import org.evenhand.review.growth.remediation.MoreTime;
import org.evenhand.review.growth.remediation.NotMetSignature;
import org.evenhand.review.growth.remediation.RemediationCourse.GivenMeans;
import org.evenhand.review.growth.remediation.RemediationCourse.HeldDay;
import org.evenhand.review.growth.remediation.RemediationEnding;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.access.RemediationRelation;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView.AcknowledgementView;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView.CheckpointView;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView.CompanionView;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView.EndingView;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView.ExtensionView;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView.GateReviewView;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView.MeansView;
import org.evenhand.review.growth.remediation.reading.RemediationPlanView.NotMetView;
import org.evenhand.review.growth.remediation.terms.CheckDay;
import org.evenhand.review.growth.remediation.terms.OwedMeans;
import org.evenhand.review.growth.remediation.terms.RemediationTerms;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a remediation plan, with who has written them.
 *
 * @param terms that the reader was told of
 */
record RemediationParts(RemediationPlan plan, RemediationTerms terms, Names names) {

  /** Everybody who is named in it. */
  static Set<UUID> people(RemediationPlan plan) {
    return Stream.of(
            Stream.of(plan.employeeId(), plan.proposedBy()),
            plan.managerId().stream(),
            plan.companion().map(Companion::employeeId).stream(),
            plan.review().map(GateReview::by).stream(),
            plan.acknowledgement().map(Acknowledgement::by).stream(),
            plan.course().held().stream().map(HeldDay::by),
            plan.extension().map(MoreTime::by).stream(),
            plan.notMet().map(NotMetSignature::by).stream(),
            plan.ending().map(RemediationEnding::by).stream(),
            plan.ending().map(RemediationEnding::countersignedBy).stream())
        .flatMap(people -> people)
        .collect(Collectors.toSet());
  }

  /** Whoever leads the person isn't told by it that they have objected to something else. */
  @Nullable GateReviewView review(Set<RemediationRelation> relations) {
    boolean all =
        relations.contains(RemediationRelation.OWN) || RemediationRelation.isHr(relations);
    return plan.review()
        .map(
            review ->
                new GateReviewView(
                    review.anchor(),
                    all ? review.exception() : null,
                    names.of(review.by()),
                    review.at()))
        .orElse(null);
  }

  @Nullable CompanionView companion() {
    return plan.companion()
        .map(each -> new CompanionView(names.of(each.employeeId()), each.consented()))
        .orElse(null);
  }

  @Nullable AcknowledgementView acknowledgement() {
    return plan.acknowledgement()
        .map(each -> new AcknowledgementView(names.orNull(each.by()), each.reply(), each.at()))
        .orElse(null);
  }

  List<CheckpointView> checkpoints() {
    return terms.checkpoints().stream().map(this::checkpoint).toList();
  }

  private CheckpointView checkpoint(CheckDay day) {
    Optional<HeldDay> held =
        plan.course().held().stream()
            .filter(each -> each.checkpointId().equals(day.id()))
            .findFirst();
    return new CheckpointView(
        day.id(),
        day.day(),
        plan.dayOf(day.day()).orElse(null),
        held.isPresent(),
        held.map(HeldDay::note).orElse(null),
        names.orNull(held.map(HeldDay::by).orElse(null)));
  }

  List<MeansView> means() {
    return terms.means().stream().map(this::means).toList();
  }

  private MeansView means(OwedMeans owed) {
    Optional<GivenMeans> given =
        plan.course().given().stream().filter(each -> each.meansId().equals(owed.id())).findFirst();
    return new MeansView(
        owed.id(),
        owed.day(),
        plan.dayOf(owed.day()).orElse(null),
        given.isPresent(),
        given.map(GivenMeans::on).orElse(null));
  }

  @Nullable ExtensionView extension() {
    return plan.extension()
        .map(each -> new ExtensionView(each.days(), each.reason(), names.of(each.by()), each.at()))
        .orElse(null);
  }

  @Nullable NotMetView notMet() {
    return plan.notMet()
        .map(each -> new NotMetView(each.reason(), names.of(each.by()), each.at()))
        .orElse(null);
  }

  @Nullable EndingView ending() {
    return plan.ending()
        .map(
            each ->
                new EndingView(
                    each.reason(),
                    names.orNull(each.by()),
                    names.orNull(each.countersignedBy()),
                    each.cause(),
                    each.at()))
        .orElse(null);
  }
}
