package org.evenhand.review.opening;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.access.CycleContext;
import org.evenhand.review.cycle.work.CycleSteps;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewPhase;
import org.evenhand.review.review.ReviewSeed;
import org.evenhand.review.review.succession.Succession;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Adds a person to an open cycle by name: one who came after the cut-off date, was in the
 * assignment for too short a time for the eligibility rule, or was away or had left and is back. HR
 * does that explicitly; no rule does.
 */
@ApplicationScoped
class Joiners {

  private final CycleSteps steps;
  private final Directory directory;
  private final Seeding seeding;
  private final Access access;
  private final Succession succession;

  Joiners(
      CycleSteps steps,
      Directory directory,
      Seeding seeding,
      Access access,
      Succession succession) {
    this.steps = steps;
    this.directory = directory;
    this.seeding = seeding;
    this.access = access;
    this.succession = succession;
  }

  /** The review of somebody who joins: a new one, or one that goes on. */
  private record Joined(Review review, ReviewEventType type) {}

  /** Holds the cycle alone: an opening under way, or another who adds the same person, waits. */
  Uni<Answer> add(UUID cycleId, @Nullable String ifMatch, JoinerRequest request) {
    return steps
        .heldAlone(cycleId)
        .permit(context -> context.signatory().requireLead())
        .match(ifMatch, context -> context.cycle().version())
        .take(context -> join(context, request).call(joined -> looked(context, joined)))
        .tell(Joiners::facts)
        .answerNow((context, joined) -> created(cycleId, joined.review()));
  }

  /** Who had a review before it ended may not be there any more. */
  private Uni<Void> looked(CycleContext context, Joined joined) {
    return joined.type() == ReviewEventType.REJOINED
        ? succession.look(context.session(), joined.review().id())
        : Uni.createFrom().voidItem();
  }

  private static List<Fact> facts(CycleContext context, Joined joined) {
    return new ReviewFacts(
            context.cycle(),
            context.policy().scale(),
            joined.type(),
            context.at().truncatedTo(ChronoUnit.MICROS))
        .of(joined.review());
  }

  private static Answer created(UUID cycleId, Review review) {
    return Answer.created(
        URI.create("/v1/reviews/" + review.id()),
        review.version(),
        new JoinerView(review.id(), cycleId));
  }

  private Uni<Joined> join(CycleContext context, JoinerRequest request) {
    Mutiny.Session session = context.session();
    Cycle cycle = context.cycle();
    cycle.require(CycleAction.JOINERS);
    return assignment(session, cycle, context.policy(), request)
        .call(
            assignment ->
                access.requireOutsideOwnChain(
                    session, context.viewer(), assignment.employee().id()))
        .chain(assignment -> seeding.seeds(session, List.of(assignment), cycle.plan()))
        .map(seeds -> seeds.get(0))
        .chain(seed -> known(session, cycle, seed).chain(known -> join(context, known, seed)));
  }

  /** A review that ended because the person was not there goes on when they are. */
  private static Uni<Joined> join(CycleContext context, Optional<Review> known, ReviewSeed seed) {
    Instant at = context.at().truncatedTo(ChronoUnit.MICROS);
    if (known.isPresent()) {
      Review review = known.get();
      requireEndedUnrated(review);
      return Uni.createFrom()
          .item(() -> new Joined(review, review.rejoin(seed, context.actor(), at)));
    }
    Review review = new Review(Ids.next(), context.cycle().id(), seed);
    return context
        .session()
        .persist(review)
        .replaceWith(new Joined(review, ReviewEventType.OPENED));
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
        .with(NOT_FOUND.at("/employeeExternalId", "has no such assignment"));
  }
}
