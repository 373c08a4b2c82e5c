package org.evenhand.review.duty;

import static org.evenhand.review.review.ReviewPhase.IN_PROGRESS;
import static org.evenhand.review.review.ReviewPhase.NOT_STARTED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.review.Allowed;
import org.evenhand.review.review.ContributionType;
import org.evenhand.review.review.Contributor;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.ReviewPhase;
import org.jspecify.annotations.Nullable;

/**
 * What a review asks of people as it stands. Each duty is there as long as its step is allowed, and
 * met once it has been taken; what can no longer be done is left out, and lapses.
 */
record DutiesOfReview(Review review, CycleState cycle) {

  private static final Set<ReviewPhase> UNWRITTEN = EnumSet.of(NOT_STARTED, IN_PROGRESS);
  private static final Set<ReviewPhase> ENDED =
      EnumSet.of(ReviewPhase.NOT_RATED, ReviewPhase.CANCELLED);

  Stream<Owed> owed() {
    return ENDED.contains(review.phase())
        ? Stream.empty()
        : Stream.of(
                selfReview(), peers(), rating(), naming(), check(), acknowledgement(), reopening())
            .flatMap(each -> each);
  }

  private Stream<Owed> selfReview() {
    return owed(
        ReviewDuty.SELF_REVIEW,
        ReviewAction.SELF_CONTRIBUTION,
        Side.EMPLOYEE,
        "",
        Holder.of(review.employeeId()),
        review.due().selfReview(),
        has(ContributionType.SELF, review.employeeId()));
  }

  private Stream<Owed> peers() {
    return review.contributors().asked().stream()
        .filter(asked -> asked.type() == ContributionType.PEER)
        .map(Contributor::employeeId)
        .flatMap(
            peer ->
                owed(
                    ReviewDuty.PEER_CONTRIBUTION,
                    ReviewAction.PEER_CONTRIBUTION,
                    Side.EMPLOYEE,
                    peer.toString(),
                    Holder.of(peer),
                    null,
                    has(ContributionType.PEER, peer)));
  }

  /** A review without a reviewer is a vacancy, and so is that of somebody who has left. */
  private Stream<Owed> rating() {
    return owed(
        ReviewDuty.REVIEW,
        ReviewAction.RATINGS,
        Side.MANAGER,
        part(review.revision()),
        Holder.of(review.reviewerId().orElse(null)),
        review.due().managerReview(),
        !UNWRITTEN.contains(review.phase()));
  }

  /** Where nobody reviews, naming somebody is the HR lead's alone. */
  private Stream<Owed> naming() {
    boolean vacant = review.reviewerId().isEmpty();
    return vacant || review.standing().namedByHr()
        ? ofHr(ReviewDuty.REVIEWER_NAMING, Holder.role(Roles.HR_LEAD, null), !vacant)
        : Stream.empty();
  }

  private Stream<Owed> check() {
    return Stream.ofNullable(review.standing().question())
        .flatMap(
            asked ->
                ofHr(
                    ReviewDuty.REVIEWER_CHECK,
                    Holder.role(Roles.HR, review.placement().orgUnit()),
                    !asked.isOpen()));
  }

  private Stream<Owed> ofHr(ReviewDuty kind, Holder holder, boolean met) {
    return owed(kind, ReviewAction.REASSIGNMENT, Side.HR, "", holder, null, met);
  }

  private Stream<Owed> acknowledgement() {
    return owed(
        ReviewDuty.ACKNOWLEDGEMENT,
        ReviewAction.ACKNOWLEDGEMENT,
        Side.EMPLOYEE,
        part(review.revision()),
        Holder.of(review.employeeId()),
        review.conclusion().answerUntil(),
        review.conclusion().acknowledgement() != null);
  }

  /** Of this revision, and of the one before, whose countersignature brought this one about. */
  private Stream<Owed> reopening() {
    return review.revision() == 1
        ? reopening(review.revision(), false)
        : Stream.concat(
            reopening(review.revision() - 1, true), reopening(review.revision(), false));
  }

  private Stream<Owed> reopening(int revision, boolean countersigned) {
    return owed(
        ReviewDuty.REOPENING_COUNTERSIGNATURE,
        ReviewAction.REOPENING_COUNTERSIGNATURE,
        Side.MANAGER,
        part(revision),
        Holder.of(review.reviewerId().orElse(null)),
        null,
        countersigned);
  }

  private Stream<Owed> owed(
      ReviewDuty kind,
      ReviewAction step,
      Side side,
      String part,
      Holder holder,
      @Nullable LocalDate dueOn,
      boolean met) {
    return met || Allowed.actions(review, cycle).contains(step)
        ? Stream.of(
            new Owed(
                kind,
                side,
                review.id(),
                part,
                holder,
                review.employeeId(),
                review.placement().workLocation(),
                dueOn,
                met))
        : Stream.empty();
  }

  private boolean has(ContributionType type, UUID author) {
    return review.work().contributions().stream()
        .anyMatch(written -> written.type() == type && written.authorId().equals(author));
  }

  /** A reopened review is owed anew. */
  private static String part(int revision) {
    return revision == 1 ? "" : Integer.toString(revision);
  }
}
