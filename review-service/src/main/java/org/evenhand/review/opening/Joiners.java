package org.evenhand.review.opening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.Standing;
import org.evenhand.review.cycle.Standings;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Assignment;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.EmploymentStatus;
import org.evenhand.review.directory.Viewer;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.policy.RatingScale;
import org.evenhand.review.review.Happening;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewChronicle;
import org.evenhand.review.review.ReviewChronicle.Telling;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.ReviewSeed;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Takes somebody into an open cycle by name: who came after the cut-off date, was too short in the
 * assignment for the eligibility rule, or was away or had left and is back. That is HR's explicit
 * act, never a rule's.
 */
@ApplicationScoped
class Joiners {

  private final Mutiny.SessionFactory sessions;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Directory directory;
  private final Seeding seeding;
  private final ReviewChronicle chronicle;
  private final Standings standings;
  private final Access access;
  private final Clock clock;

  Joiners(
      Mutiny.SessionFactory sessions,
      CycleRepository cycles,
      PolicyVersions policies,
      Directory directory,
      Seeding seeding,
      ReviewChronicle chronicle,
      Standings standings,
      Access access,
      Clock clock) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.policies = policies;
    this.directory = directory;
    this.seeding = seeding;
    this.chronicle = chronicle;
    this.standings = standings;
    this.access = access;
    this.clock = clock;
  }

  /** Holds the cycle alone: an opening under way, or another who adds the same person, waits. */
  Uni<Answer> add(UUID cycleId, @Nullable String ifMatch, JoinerRequest request) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        cycles
                            .holdAlone(session, cycleId)
                            .call(
                                cycle ->
                                    standings
                                        .of(session, viewer, cycle.plan().orgUnits())
                                        .invoke(Standing::requireLead))
                            .invoke(cycle -> Preconditions.require(ifMatch, cycle.version()))
                            .invoke(cycle -> cycle.require(CycleAction.JOINERS))
                            .chain(
                                cycle ->
                                    policies
                                        .pinned(
                                            session,
                                            cycle.plan().policyId(),
                                            cycle.plan().policyVersion())
                                        .chain(
                                            policy ->
                                                open(
                                                    session,
                                                    cycle,
                                                    policy.content(),
                                                    request,
                                                    viewer))))
                .map(
                    review ->
                        Answer.created(
                            URI.create("/v1/reviews/" + review.id()),
                            review.version(),
                            new JoinerView(review.id(), cycleId))));
  }

  private Uni<Review> open(
      Mutiny.Session session,
      Cycle cycle,
      PolicyContent policy,
      JoinerRequest request,
      Viewer viewer) {
    return assignment(session, cycle, policy, request)
        .call(
            assignment ->
                access.requireOutsideOwnChain(session, viewer, assignment.employee().id()))
        .chain(
            assignment ->
                seeding
                    .seeds(session, List.of(assignment), cycle.plan())
                    .map(seeds -> seeds.get(0)))
        .chain(
            seed ->
                known(session, cycle, seed)
                    .chain(
                        known ->
                            join(
                                session,
                                known,
                                seed,
                                new Joining(cycle, policy.scale(), viewer.employeeId(), now()))));
  }

  /** Who lets somebody join which cycle, and when. */
  private record Joining(Cycle cycle, RatingScale scale, UUID by, Instant at) {
    Telling told(Happening happening) {
      return new Telling(cycle, scale, happening, by.toString(), at);
    }
  }

  /** A review that ended because the person was not there goes on when they are. */
  private Uni<Review> join(
      Mutiny.Session session, Optional<Review> known, ReviewSeed seed, Joining joining) {
    if (known.isPresent()) {
      Review review = known.get();
      requireEndedUnrated(review);
      Happening happening = review.rejoin(seed, joining.by(), joining.at());
      return chronicle.tell(session, review, joining.told(happening)).replaceWith(review);
    }
    Review review = new Review(Ids.next(), joining.cycle().id(), seed);
    return session
        .persist(review)
        .chain(() -> chronicle.tell(session, review, joining.told(Happening.OPENED)))
        .replaceWith(review);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Uni<Assignment> assignment(
      Mutiny.Session session, Cycle cycle, PolicyContent policy, JoinerRequest request) {
    return directory
        .byExternalId(session, request.employeeExternalId())
        .map(
            found ->
                found.stream()
                    .filter(person -> person.status() != EmploymentStatus.TERMINATED)
                    .flatMap(person -> person.assignments().stream())
                    .filter(
                        assignment ->
                            request.assignmentId() == null
                                ? assignment.main()
                                : assignment.assignmentId().equals(request.assignmentId()))
                    .filter(assignment -> assignment.endedOn().isEmpty())
                    .filter(
                        assignment ->
                            cycle.plan().orgUnits().contains(assignment.position().orgUnit()))
                    .filter(assignment -> !assignment.startedOn().isAfter(cycle.plan().periodEnd()))
                    .filter(assignment -> EligibleAssignments.isOfTheRightKind(assignment, policy))
                    .findFirst()
                    .orElseThrow(Joiners::notEligible));
  }

  private static Uni<Optional<Review>> known(Mutiny.Session session, Cycle cycle, ReviewSeed seed) {
    return session
        .createSelectionQuery(
            "from Review r where r.cycleId = :cycle and r.assignmentId = :id", Review.class)
        .setParameter("cycle", cycle.id())
        .setParameter("id", seed.assignmentId())
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  private static void requireEndedUnrated(Review review) {
    if (review.phase() != ReviewPhase.NOT_RATED) {
      throw Problem.of(ReviewProblem.ALREADY_REVIEWED, "One review per assignment and cycle.");
    }
  }

  private static Problem notEligible() {
    return Problem.of(
            ReviewProblem.NOT_ELIGIBLE,
            "A joiner works in the population, in the period, with a worker type and in a place"
                + " that the policy covers.")
        .with(Violation.at("/employeeExternalId", "has no such assignment"));
  }
}
