package org.evenhand.policy.challenge.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.policy.challenge.Becoming;
import org.evenhand.policy.governance.Decision;
import org.evenhand.policy.governance.DecisionState;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.VersionState;
import org.evenhand.policy.version.VersionSummary;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks up what came of what was accepted. Nothing is kept of it: so it can't be told otherwise
 * than it is.
 */
@ApplicationScoped
class ProgressOfAccepted {

  private final PolicyRepository policies;
  private final GovernanceRepository reviews;

  ProgressOfAccepted(PolicyRepository policies, GovernanceRepository reviews) {
    this.policies = policies;
    this.reviews = reviews;
  }

  Uni<Map<Becoming, Progress>> of(Mutiny.Session session, Collection<Becoming> becoming) {
    List<UUID> ofPolicies = ids(becoming, Becoming.Kind.VERSION);
    List<UUID> ofReviews = ids(becoming, Becoming.Kind.DECISION);
    Uni<List<VersionSummary>> versions =
        ofPolicies.isEmpty()
            ? Uni.createFrom().item(List.of())
            : policies.summaries(session, ofPolicies, true);
    return versions.chain(
        found ->
            (ofReviews.isEmpty()
                    ? Uni.createFrom().<List<GovernanceReview>>item(List.of())
                    : reviews.byIds(session, ofReviews))
                .map(held -> progress(found, held)));
  }

  private static List<UUID> ids(Collection<Becoming> becoming, Becoming.Kind kind) {
    return becoming.stream()
        .filter(one -> one.kind() == kind)
        .map(Becoming::id)
        .distinct()
        .toList();
  }

  private static Map<Becoming, Progress> progress(
      List<VersionSummary> versions, List<GovernanceReview> reviews) {
    Map<Becoming, Progress> all = new HashMap<>();
    for (VersionSummary each : versions) {
      all.put(
          new Becoming(Becoming.Kind.VERSION, each.policyId(), each.version()), of(each.state()));
    }
    for (GovernanceReview review : reviews) {
      for (Decision each : review.decisions()) {
        all.put(new Becoming(Becoming.Kind.DECISION, review.id(), each.number()), of(each.state()));
      }
    }
    return all;
  }

  private static Progress of(VersionState state) {
    return switch (state) {
      case DRAFT, CONSULTATION, SIGN_OFF, APPROVED, ANNOUNCED -> Progress.UNDER_WAY;
      case EFFECTIVE, SUPERSEDED, RETIRED -> Progress.DONE;
      case WITHDRAWN -> Progress.DROPPED;
    };
  }

  private static Progress of(DecisionState state) {
    return switch (state) {
      case OPEN -> Progress.UNDER_WAY;
      case DONE -> Progress.DONE;
      case DROPPED -> Progress.DROPPED;
    };
  }
}
