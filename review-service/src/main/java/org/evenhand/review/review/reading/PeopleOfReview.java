package org.evenhand.review.review.reading;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.review.cycle.reading.DecisionView;
import org.evenhand.review.review.Contribution;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.Reassignment;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewerQuestion;

/** Whose names a review needs to be shown. */
final class PeopleOfReview {

  private PeopleOfReview() {}

  /** Who it is about, and who writes it. */
  static Set<UUID> parties(Review review) {
    Set<UUID> people = new HashSet<>(Set.of(review.employeeId()));
    review.reviewerId().ifPresent(people::add);
    return people;
  }

  static Set<UUID> all(Review review) {
    Set<UUID> people = parties(review);
    review.work().observations().stream().map(Observation::authorId).forEach(people::add);
    review.work().contributions().stream().map(Contribution::authorId).forEach(people::add);
    Stream.ofNullable(review.conclusion().submission())
        .forEach(submission -> people.add(submission.reviewerId()));
    review.ending().ifPresent(ending -> people.add(ending.employeeId()));
    review
        .reopening()
        .ifPresent(reopening -> people.addAll(DecisionView.people(reopening.decision())));
    review.standing().openQuestion().map(ReviewerQuestion::managerId).ifPresent(people::add);
    review.past().reassignments().forEach(passed -> add(passed, people));
    return people;
  }

  private static void add(Reassignment passed, Set<UUID> people) {
    Stream.of(passed.from(), passed.to(), passed.employeeId())
        .flatMap(Stream::ofNullable)
        .forEach(people::add);
  }
}
