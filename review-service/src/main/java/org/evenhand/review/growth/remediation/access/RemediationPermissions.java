package org.evenhand.review.growth.remediation.access;

import static org.evenhand.review.growth.remediation.access.RemediationRelation.MANAGER;
import static org.evenhand.review.growth.remediation.access.RemediationRelation.OWN;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.growth.plan.terms.Deliverer;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationStep;
import org.evenhand.review.growth.remediation.terms.OwedMeans;

/** Which step on a remediation plan belongs to whom. */
public final class RemediationPermissions {

  private RemediationPermissions() {}

  /** The steps that are both allowed by the state and the caller's to take. */
  public static Set<RemediationStep> open(
      RemediationPlan plan, Set<RemediationRelation> relations) {
    return Stream.of(RemediationStep.values())
        .filter(
            step -> plan.allows(step) && permits(step, relations) && isLeft(step, plan, relations))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(RemediationStep.class)));
  }

  public static boolean permits(RemediationStep step, Set<RemediationRelation> relations) {
    return switch (step) {
      case CHANGE, EXTENSION, CONFIRMATION, MET -> relations.contains(MANAGER);
      case REVIEW -> RemediationRelation.isHr(relations);
      case ACKNOWLEDGEMENT, COMPANION -> relations.contains(OWN);
      case CONSENT -> relations.contains(RemediationRelation.COMPANION);
      case CHECKPOINT -> relations.contains(MANAGER) || relations.contains(OWN);
      case DELIVERY, NOT_MET, CANCELLATION ->
          relations.contains(MANAGER) || RemediationRelation.isHr(relations);
    };
  }

  /** Whether somebody says of a means that the company has given it. */
  public static boolean gives(OwedMeans means, Set<RemediationRelation> relations) {
    return means.deliverer() == Deliverer.HR
        ? RemediationRelation.isHr(relations)
        : relations.contains(MANAGER);
  }

  /** A companion reads it once they have agreed, while it runs. */
  public static boolean readsAll(RemediationPlan plan, Set<RemediationRelation> relations) {
    return !relations.equals(EnumSet.of(RemediationRelation.COMPANION))
        || plan.companion().filter(each -> Boolean.TRUE.equals(each.consented())).isPresent()
            && plan.state().hasBegun();
  }

  private static boolean isLeft(
      RemediationStep step, RemediationPlan plan, Set<RemediationRelation> relations) {
    return switch (step) {
      case REVIEW -> plan.awaitsReview() && !plan.managerChanged();
      case ACKNOWLEDGEMENT -> plan.awaitsAnswer();
      case CONFIRMATION -> plan.managerChanged();
      case CONSENT -> plan.companion().filter(each -> each.consented() == null).isPresent();
      case DELIVERY -> plan.missing().stream().anyMatch(each -> gives(each, relations));
      case CHECKPOINT -> !plan.unheld().isEmpty();
      case NOT_MET ->
          plan.notMet().isPresent() != relations.contains(MANAGER) && !plan.managerChanged();
      default -> true;
    };
  }
}
