package org.evenhand.review.growth.remediation.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.Places;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a remediation plan with all that belongs to it, for those who may see it. */
@ApplicationScoped
public class RemediationContexts {

  private final RemediationRepository plans;
  private final RemediationAccess doors;
  private final Posts posts;
  private final Places places;
  private final Clock clock;

  RemediationContexts(
      RemediationRepository plans,
      RemediationAccess doors,
      Posts posts,
      Places places,
      Clock clock) {
    this.plans = plans;
    this.doors = doors;
    this.posts = posts;
    this.places = places;
    this.clock = clock;
  }

  /** The plan as this viewer may see it; 404 where they may not. */
  public Uni<RemediationContext> of(Mutiny.Session session, UUID id, Viewer viewer) {
    return doors
        .require(session, viewer, id)
        .chain(
            relations ->
                plans
                    .find(session, id)
                    .map(found -> found.orElseThrow(RemediationRepository::unknown))
                    .chain(plan -> of(session, plan, viewer, relations)));
  }

  private Uni<RemediationContext> of(
      Mutiny.Session session,
      RemediationPlan plan,
      Viewer viewer,
      Set<RemediationRelation> relations) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return posts
        .get(session, plan.assignmentId())
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .map(
                        days ->
                            new RemediationContext(
                                session, plan, post, viewer, relations, days, now)));
  }
}
