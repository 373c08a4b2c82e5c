package org.evenhand.review.duty;

import static org.evenhand.kit.data.duty.DutyTerms.toHrLead;
import static org.evenhand.kit.data.duty.DutyTerms.upTheLine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyKind;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.review.ReviewAction;

/** What people owe because of reviews and cycles. */
enum ReviewDuty implements DutyKind {
  SELF_REVIEW(ReviewAction.SELF_CONTRIBUTION),
  PEER_CONTRIBUTION(ReviewAction.PEER_CONTRIBUTION),
  REVIEW(ReviewAction.OBSERVATIONS, ReviewAction.RATINGS, ReviewAction.SUBMISSION),
  /** HR lead names a reviewer where nobody reviews. */
  REVIEWER_NAMING(toHrLead(ReviewDuty.WORKING_DAYS_TO_NAME), ReviewAction.REASSIGNMENT),
  /** HR says whether the reviewer stays. */
  REVIEWER_CHECK(
      toHrLead(ReviewDuty.WORKING_DAYS_TO_NAME),
      ReviewAction.REASSIGNMENT,
      ReviewAction.REVIEWER_CONFIRMATION),
  ACKNOWLEDGEMENT(ReviewAction.ACKNOWLEDGEMENT),
  REOPENING_COUNTERSIGNATURE(ReviewAction.REOPENING_COUNTERSIGNATURE),
  OPENING_COUNTERSIGNATURE(CycleAction.OPENING_COUNTERSIGNATURE),
  SHARING_COUNTERSIGNATURE(CycleAction.SHARING_COUNTERSIGNATURE),
  CANCELLATION_COUNTERSIGNATURE(CycleAction.CANCELLATION_COUNTERSIGNATURE);

  private static final int WORKING_DAYS = 10;
  private static final int WORKING_DAYS_TO_NAME = 5;
  private static final int WORKING_DAYS_TO_SIGN = 5;

  private final DutyTerms terms;
  private final List<String> operations;
  private final String path;

  ReviewDuty(ReviewAction... actions) {
    this(upTheLine(WORKING_DAYS), actions);
  }

  ReviewDuty(DutyTerms terms, ReviewAction... actions) {
    this.terms = terms;
    this.operations = Stream.of(actions).map(ReviewAction::operation).toList();
    this.path = "/v1/reviews/";
  }

  ReviewDuty(CycleAction action) {
    this.terms = toHrLead(WORKING_DAYS_TO_SIGN);
    this.operations = List.of(action.operation());
    this.path = "/v1/cycles/";
  }

  @Override
  public DutyTerms terms() {
    return terms;
  }

  @Override
  public List<String> operations() {
    return operations;
  }

  /** A review goes on without what others say of it, and becomes final without an answer. */
  @Override
  public Optional<String> neededBecause() {
    return switch (this) {
      case SELF_REVIEW, PEER_CONTRIBUTION, ACKNOWLEDGEMENT -> Optional.empty();
      case REVIEW -> Optional.of("the reviewee waits for it; who can't be rated is marked so.");
      case REVIEWER_NAMING -> Optional.of("nobody reviews until it is done.");
      case REVIEWER_CHECK -> Optional.of("it is one step to say that the reviewer stays.");
      case REOPENING_COUNTERSIGNATURE,
          OPENING_COUNTERSIGNATURE,
          SHARING_COUNTERSIGNATURE,
          CANCELLATION_COUNTERSIGNATURE ->
          Optional.of("a proposal is signed, or withdrawn.");
    };
  }

  @Override
  public String path(UUID subject, String part) {
    return path + subject;
  }
}
