package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.replay.PastReview;
import org.evenhand.review.review.CriterionRating;
import org.evenhand.review.review.Evidence;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewWork;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the submitted reviews of a cycle in chunks, as a replay looks at them. */
@ApplicationScoped
class PastReviews {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final CycleSettings settings;

  PastReviews(CycleRepository cycles, PolicyVersions policies, CycleSettings settings) {
    this.cycles = cycles;
    this.policies = policies;
    this.settings = settings;
  }

  /** The cycle, and the policy under which it rated. */
  record Under(Cycle cycle, PolicyContent policy) {}

  /** Whose review it is ends with the chunk. */
  record One(UUID reviewId, PastReview past) {}

  /** Those after the position of the replay; none where all were read. */
  record Chunk(Under under, List<One> reviews) {

    boolean isEmpty() {
      return reviews.isEmpty();
    }

    int size() {
      return reviews.size();
    }

    UUID last() {
      return reviews.get(reviews.size() - 1).reviewId();
    }

    List<PastReview> all() {
      return reviews.stream().map(One::past).toList();
    }
  }

  Uni<Chunk> next(Mutiny.Session session, ReplayedCycle replayed) {
    return cycles
        .get(session, replayed.cycleId())
        .chain(
            cycle ->
                policies
                    .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
                    .map(version -> new Under(cycle, version.content())))
        .chain(under -> submitted(session, replayed).chain(found -> chunk(session, under, found)));
  }

  private static Uni<Chunk> chunk(Mutiny.Session session, Under under, List<Review> found) {
    return found.isEmpty()
        ? Uni.createFrom().item(new Chunk(under, List.of()))
        : assignments(session, found)
            .map(
                held ->
                    new Chunk(
                        under,
                        found.stream()
                            .map(review -> new One(review.id(), past(review, held, under)))
                            .toList()));
  }

  /** One of each person, so that five of a group are five people. */
  private Uni<List<Review>> submitted(Mutiny.Session session, ReplayedCycle replayed) {
    return session
        .createSelectionQuery(
            """
            from Review r where r.cycleId = :cycle and r.id > :after
              and r.phase in (SUBMITTED, IN_CALIBRATION, CALIBRATED, NOT_CALIBRATED, SHARED,
                ACKNOWLEDGED, FINAL)
              and not exists (
                select o.id from Review o
                where o.cycleId = r.cycleId and o.employeeId = r.employeeId and o.id < r.id
                  and o.phase in (SUBMITTED, IN_CALIBRATION, CALIBRATED, NOT_CALIBRATED, SHARED,
                    ACKNOWLEDGED, FINAL))
            order by r.id
            """,
            Review.class)
        .setParameter("cycle", replayed.cycleId())
        .setParameter("after", replayed.position().orElse(BEFORE_ALL))
        .setMaxResults(settings.chunk())
        .setReadOnly(true)
        .getResultList();
  }

  private static Uni<Map<UUID, Assignment>> assignments(
      Mutiny.Session session, List<Review> chunk) {
    return session
        .createSelectionQuery("from Assignment a where a.id in (:ids)", Assignment.class)
        .setParameter("ids", chunk.stream().map(Review::assignmentId).toList())
        .setReadOnly(true)
        .getResultList()
        .map(
            found -> found.stream().collect(Collectors.toMap(Assignment::id, Function.identity())));
  }

  private static PastReview past(Review review, Map<UUID, Assignment> held, Under under) {
    ReviewWork work = review.work();
    LocalDate cutOff = under.cycle().plan().cutOffDate();
    Assignment assignment = Objects.requireNonNull(held.get(review.assignmentId()));
    return new PastReview(
        review.originalOrdinal().orElseThrow(),
        work.ratings().stream()
            .collect(Collectors.toMap(CriterionRating::criterion, CriterionRating::ordinal)),
        work.ratings().stream()
            .collect(
                Collectors.toMap(
                    CriterionRating::criterion,
                    rating -> Evidence.seen(work, rating.criterion(), review.period()))),
        Stays.of(assignment, cutOff, under.policy().eligibility()));
  }
}
