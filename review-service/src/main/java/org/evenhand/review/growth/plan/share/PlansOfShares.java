package org.evenhand.review.growth.plan.share;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanFacts;
import org.evenhand.review.growth.plan.PlanOrigin;
import org.evenhand.review.growth.plan.work.PlanWatch;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewRepository;
import org.evenhand.review.sharing.ResultsShared;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Begins a plan for everybody whose result was shared. It looks for results that have none yet, so
 * that none is forgotten and none has two, however often a round is told. Some are done in one
 * transaction, until none is left.
 */
@ApplicationScoped
class PlansOfShares implements ResultsShared, DueTask {

  private static final String KIND = "plans-of-shares";
  private static final String SYSTEM = "review-service";
  private static final int CHUNK = 500;

  private static final String WITHOUT =
      """
      select r.id from review r
      join assignment a on a.id = r.assignment_id
      join employee e on e.id = r.employee_id
      where r.cycle_id = :cycle and r.phase in ('SHARED', 'ACKNOWLEDGED', 'FINAL')
        and a.ended_on is null and a.started_on <= r.rated_to and e.status <> 'TERMINATED'
        and not exists (select 1 from development_plan p where p.review_id = r.id)
      order by r.id
      """;

  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final ReviewRepository reviews;
  private final Posts posts;
  private final Places places;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  PlansOfShares(
      CycleRepository cycles,
      PolicyVersions policies,
      ReviewRepository reviews,
      Posts posts,
      Places places,
      Journal journal,
      DueWork dueWork,
      Clock clock) {
    this.cycles = cycles;
    this.policies = policies;
    this.reviews = reviews;
    this.posts = posts;
    this.places = places;
    this.journal = journal;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> shared(Mutiny.Session session, UUID cycleId) {
    return dueWork.schedule(session, KIND, cycleId, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return Rows.of(session, WITHOUT)
        .bind("cycle", cycleId)
        .limit(CHUNK)
        .list(row -> row.uuid("id"))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : begin(session, cycleId, found).chain(() -> shared(session, cycleId)));
  }

  private Uni<Void> begin(Mutiny.Session session, UUID cycleId, List<UUID> ids) {
    return cycles
        .get(session, cycleId)
        .chain(cycle -> policy(session, cycle))
        .chain(
            policy -> reviews.byIds(session, ids).chain(shared -> begin(session, shared, policy)));
  }

  private Uni<PolicyContent> policy(Mutiny.Session session, Cycle cycle) {
    return policies
        .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
        .map(version -> version.content());
  }

  private Uni<Void> begin(Mutiny.Session session, List<Review> shared, PolicyContent policy) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return posts
        .byIds(session, shared.stream().map(Review::assignmentId).toList())
        .chain(
            at ->
                places
                    .atAll(session, at.values().stream().map(Post::workLocation).toList())
                    .map(
                        days ->
                            shared.stream()
                                .map(review -> plan(review, policy, at, days, now))
                                .toList()))
        .chain(plans -> keep(session, plans, now));
  }

  private static DevelopmentPlan plan(
      Review review,
      PolicyContent policy,
      Map<UUID, Post> at,
      Map<String, WorkingDays> places,
      Instant now) {
    Post post = Objects.requireNonNull(at.get(review.assignmentId()));
    WorkingDays days = Objects.requireNonNull(places.get(post.workLocation()));
    Instant sharedAt = Objects.requireNonNull(review.conclusion().sharedAt());
    return new DevelopmentPlan(
        Ids.next(),
        post,
        PlanOrigin.ofShare(
            review.id(),
            days.today(sharedAt),
            new GapsOfResult(policy, review.work().ratings()).gaps()),
        null,
        days.today(now),
        now);
  }

  private Uni<Void> keep(Mutiny.Session session, List<DevelopmentPlan> plans, Instant now) {
    return session
        .persistAll(plans.toArray())
        .chain(
            () ->
                journal.write(
                    session,
                    SYSTEM,
                    () -> plans.stream().map(plan -> new PlanFacts(plan, now).begun()).toList()))
        .chain(() -> look(session, plans, now));
  }

  /** Somebody may be away by now. */
  private Uni<Void> look(Mutiny.Session session, List<DevelopmentPlan> plans, Instant now) {
    return Multi.createFrom()
        .iterable(plans)
        .onItem()
        .transformToUniAndConcatenate(
            plan -> dueWork.schedule(session, PlanWatch.KIND, plan.id(), now))
        .collect()
        .asList()
        .replaceWithVoid();
  }
}
