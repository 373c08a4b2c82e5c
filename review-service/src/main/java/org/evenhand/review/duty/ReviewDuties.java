package org.evenhand.review.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.directory.Access;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.ReviewRepository;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;

/** What reviews ask of people. */
@Singleton
class ReviewDuties implements DutyRule {

  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final ReviewAccess doors;
  private final Access access;

  ReviewDuties(
      ReviewRepository reviews, CycleRepository cycles, ReviewAccess doors, Access access) {
    this.reviews = reviews;
    this.cycles = cycles;
    this.doors = doors;
    this.access = access;
  }

  @Override
  public String aggregateType() {
    return ReviewFacts.AGGREGATE;
  }

  @Override
  public List<ReviewDuty> kinds() {
    return List.of(
        ReviewDuty.SELF_REVIEW,
        ReviewDuty.PEER_CONTRIBUTION,
        ReviewDuty.REVIEW,
        ReviewDuty.REVIEWER_NAMING,
        ReviewDuty.REVIEWER_CHECK,
        ReviewDuty.ACKNOWLEDGEMENT,
        ReviewDuty.REOPENING_COUNTERSIGNATURE);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("review", "cycle_id");
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return reviews
        .byIds(session, ids)
        .chain(
            found ->
                cycles
                    .byIds(session, found.stream().map(Review::cycleId).distinct().toList())
                    .map(in -> owed(found, in)));
  }

  /** HR's door is closed to whoever has, or had, the review. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return access
        .viewer(session)
        .chain(viewer -> doors.throughHr(session, viewer, subjects))
        .map(
            open ->
                subjects.stream()
                    .filter(review -> !open.contains(review))
                    .collect(Collectors.toMap(Function.identity(), review -> Set.of())));
  }

  private static List<Owed> owed(List<Review> reviews, List<Cycle> cycles) {
    Map<UUID, Cycle> byId =
        cycles.stream().collect(Collectors.toMap(Cycle::id, Function.identity()));
    return reviews.stream()
        .flatMap(review -> new DutiesOfReview(review, in(byId, review).state()).owed())
        .toList();
  }

  private static Cycle in(Map<UUID, Cycle> cycles, Review review) {
    return Objects.requireNonNull(cycles.get(review.cycleId()));
  }
}
