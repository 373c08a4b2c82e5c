package org.evenhand.review.appeal.work;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.review.Contribution;
import org.evenhand.review.review.Observation;
import org.evenhand.review.review.Reassignment;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewWork;
import org.evenhand.review.review.Revision;

/**
 * Who has a part in the review or in the appeal, and so judges neither.
 *
 * @param raters whoever has, or had, the review
 * @param contributors whoever was asked for their view, or wrote something
 * @param calibrators whoever sat in the session that decided on it
 * @param companions of all appeals against a result of the review, former ones too
 * @param parties of all these: appellant, whoever filed, screened, sat or was to look at it anew
 */
record PeopleInvolved(
    Set<UUID> raters,
    Set<UUID> contributors,
    Set<UUID> calibrators,
    Set<UUID> companions,
    Set<UUID> parties) {

  static PeopleInvolved of(Review review, List<Appeal> appeals, Set<UUID> calibrators) {
    return new PeopleInvolved(
        raters(review),
        contributors(review),
        calibrators,
        appeals.stream().flatMap(PeopleInvolved::companions).collect(Collectors.toSet()),
        appeals.stream().flatMap(PeopleInvolved::parties).collect(Collectors.toSet()));
  }

  /** Whose manager can't judge freely. */
  Set<UUID> concerned(Appeal appeal) {
    return Stream.of(
            raters.stream(), Stream.of(appeal.appellantId()), appeal.companionId().stream())
        .flatMap(people -> people)
        .collect(Collectors.toSet());
  }

  private static Set<UUID> raters(Review review) {
    return Stream.of(
            review.reviewerId().stream(),
            Stream.ofNullable(review.conclusion().submission())
                .map(submission -> submission.reviewerId()),
            review.past().reassignments().stream()
                .map(Reassignment::from)
                .flatMap(Stream::ofNullable),
            review.past().revisions().stream()
                .map(Revision::reviewerId)
                .flatMap(Stream::ofNullable),
            review.past().revisions().stream().map(one -> one.submission().reviewerId()))
        .flatMap(people -> people)
        .collect(Collectors.toSet());
  }

  private static Set<UUID> contributors(Review review) {
    Stream<ReviewWork> works =
        Stream.concat(
            Stream.of(review.work()), review.past().revisions().stream().map(Revision::work));
    return Stream.concat(
            review.contributors().everAsked(),
            works.flatMap(
                work ->
                    Stream.concat(
                        work.contributions().stream().map(Contribution::authorId),
                        work.observations().stream().map(Observation::authorId))))
        .collect(Collectors.toSet());
  }

  private static Stream<UUID> companions(Appeal appeal) {
    return Stream.concat(
        appeal.companionId().stream(), appeal.formerParties().companions().stream());
  }

  private static Stream<UUID> parties(Appeal appeal) {
    return Stream.of(
            Stream.of(appeal.appellantId(), appeal.filing().by()),
            appeal.reassessorId().stream(),
            appeal.formerParties().reassessors().stream(),
            appeal.screenings().made().stream().flatMap(made -> Stream.ofNullable(made.by())),
            appeal.panel().stream()
                .flatMap(panel -> Stream.concat(panel.seats().stream(), panel.former().stream()))
                .map(Seat::employeeId))
        .flatMap(people -> people);
  }
}
