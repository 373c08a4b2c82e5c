package org.evenhand.review.growth.plan.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.plan.terms.Gap;
import org.evenhand.review.growth.plan.terms.KnownGaps;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.evenhand.review.growth.plan.terms.PlanTermsBody;
import org.evenhand.review.growth.plan.terms.TermsReading;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersion;
import org.evenhand.review.policy.PolicyVersions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads terms against the policies that hold for the person. */
@ApplicationScoped
class TermsInForce {

  static final String POINTER = "/terms";

  private final PolicyVersions policies;

  TermsInForce(PolicyVersions policies) {
    this.policies = policies;
  }

  /**
   * @param there what the plan says so far; null where it says nothing
   * @param told the levels that were told with a result
   * @throws org.evenhand.kit.web.problem.Problem RULE_VIOLATED
   */
  Uni<PlanTerms> read(
      Mutiny.Session session,
      PlanTermsBody body,
      @Nullable PlanTerms there,
      List<Gap> told,
      Post post,
      WorkingDays days,
      Instant now) {
    return SeatsInCatalogue.requireKnown(session, body, POINTER)
        .chain(() -> policies.inForce(session))
        .map(
            inForce ->
                new KnownGaps(
                    Stream.concat(
                            told.stream(),
                            inForce.stream()
                                .map(PolicyVersion::content)
                                .filter(content -> binds(content, post))
                                .flatMap(TermsInForce::levels))
                        .toList()))
        .map(gaps -> new TermsReading(there, gaps, days, now).read(body, POINTER));
  }

  private static boolean binds(PolicyContent content, Post post) {
    return content.scope().binds(post.country(), post.legalEntity(), post.workerType());
  }

  private static Stream<Gap> levels(PolicyContent content) {
    return content.criteria().stream()
        .flatMap(
            criterion ->
                IntStream.rangeClosed(1, content.scale().size())
                    .mapToObj(
                        level ->
                            new Gap(
                                criterion.key(),
                                level,
                                content.anchor(criterion.key(), level).orElse(null))));
  }
}
