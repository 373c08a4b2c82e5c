package org.evenhand.review.review;

import static org.evenhand.review.review.ReviewLifecycle.OF_REVIEWS;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.policy.AppealRule;
import org.evenhand.review.policy.PolicyContent;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The review of one assignment in one cycle. What the reviewer concluded stays as long as the
 * review; calibration sets another overall beside it, a reopening another revision.
 *
 * <p>An update writes what has changed alone: what people have written in a year is not sent again
 * because the review moves on.
 *
 * <p>A method that moves the review returns what happened: one fact for subscribers, one entry for
 * the audit. Methods that only add to the work start the review the first time they are called.
 */
@Entity
@Table(name = "review")
@DynamicUpdate
public class Review {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "cycle_id")
  private UUID cycleId;

  @Column(name = "employee_id")
  private UUID employeeId;

  @Column(name = "assignment_id")
  private UUID assignmentId;

  @Column(name = "reviewer_id")
  private @Nullable UUID reviewerId;

  @Embedded private Standing standing;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "line_above")
  private LineAbove lineAbove;

  /**
   * Changed by whoever holds the row. The version doesn't move with it: the reviewee and each peer
   * read that one, and would learn that somebody was asked, declined, or is away.
   */
  @JdbcTypeCode(SqlTypes.JSON)
  @OptimisticLock(excluded = true)
  private Contributors contributors;

  @Embedded private Placement placement;

  @Embedded private RatedPeriod period;

  @Embedded private DueDates due;

  @Enumerated(EnumType.STRING)
  private ReviewPhase phase;

  private int revision;

  @Column(name = "session_id")
  private @Nullable UUID sessionId;

  @JdbcTypeCode(SqlTypes.JSON)
  private ReviewWork work;

  /** Null where none of its columns has a value. */
  @Embedded private @Nullable Conclusion conclusion;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Ending ending;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Reopening reopening;

  @Column(name = "appeal_id")
  private @Nullable UUID appealId;

  @JdbcTypeCode(SqlTypes.JSON)
  private Past past;

  protected Review() {}

  public Review(UUID id, UUID cycleId, ReviewSeed seed) {
    this.id = id;
    this.cycleId = cycleId;
    this.employeeId = seed.employeeId();
    this.assignmentId = seed.assignmentId();
    this.reviewerId = seed.reviewerId();
    this.standing = Standing.byLine(seed.managerId());
    this.lineAbove = new LineAbove(seed.lineAbove());
    this.contributors = Contributors.NONE;
    this.placement = seed.placement();
    this.period = seed.period();
    this.due = seed.due();
    this.phase = OF_REVIEWS.begun(ReviewPhase.NOT_STARTED);
    this.revision = 1;
    this.work = ReviewWork.NONE;
    this.past = Past.NONE;
  }

  public Optional<ReviewEventType> contribute(Contribution contribution) {
    work = work.with(contribution);
    return started();
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 422 when it holds as many as a review can
   */
  public void requireRoomForObservation(UUID author) {
    work.requireRoomForObservation(author, employeeId);
  }

  public Optional<ReviewEventType> observe(Observation observation) {
    work = work.with(observation);
    return started();
  }

  /** Words that the review cites are taken away, or serve another: none stay, in no revision. */
  public void takeOut(UUID cited) {
    work = work.without(cited);
    past = past.without(cited);
  }

  /** The reviewee's answer to what was gathered is no work on the review, and moves nothing. */
  public void reply(UUID observation, String text) {
    work = work.replied(observation, text);
  }

  public Optional<ReviewEventType> rate(CriterionRating rating) {
    work = work.with(rating);
    return started();
  }

  public Optional<ReviewEventType> note(String contextNote) {
    work = work.noting(contextNote);
    return started();
  }

  public void invite(Contributor contributor) {
    contributors = contributors.with(contributor);
  }

  /** Whoever is asked no more has no part in it; what somebody has written stays. */
  public void release(UUID contributor) {
    contributors = contributors.without(contributor);
  }

  /**
   * @param wanted the overall that the reviewer confirms; optional when the weights decide
   */
  public ReviewEventType submit(
      PolicyContent policy,
      @Nullable Integer wanted,
      @Nullable String reason,
      UUID reviewer,
      String confirmedBy,
      Instant at) {
    Evidence.require(work, policy, period);
    conclusion =
        Conclusion.of(
            new Submission(Overall.of(work, policy, wanted, reason), reviewer, confirmedBy, at));
    become(ReviewPhase.SUBMITTED);
    return ReviewEventType.SUBMITTED;
  }

  /** Puts the review into a session, which alone may decide on it from now on. */
  public ReviewEventType claim(UUID session) {
    from(ReviewPhase.SUBMITTED);
    sessionId = session;
    become(ReviewPhase.IN_CALIBRATION);
    return ReviewEventType.CLAIMED;
  }

  /** Sets what the session decided beside what the reviewer concluded. */
  public ReviewEventType calibrate(CalibrationOutcome decided) {
    from(ReviewPhase.IN_CALIBRATION);
    conclusion = conclusion().calibrated(decided);
    become(ReviewPhase.CALIBRATED);
    return ReviewEventType.CALIBRATED;
  }

  /** Gives the review back to the pool: another session may take it, or none in time. */
  public ReviewEventType defer() {
    from(ReviewPhase.IN_CALIBRATION);
    sessionId = null;
    become(ReviewPhase.SUBMITTED);
    return ReviewEventType.DEFERRED;
  }

  public ReviewEventType passUncalibrated() {
    from(ReviewPhase.SUBMITTED);
    become(ReviewPhase.NOT_CALIBRATED);
    return ReviewEventType.NOT_CALIBRATED;
  }

  /**
   * @param days those of the reviewee's place, which the time to appeal is counted in
   */
  public ReviewEventType share(Instant at, WorkingDays days, AppealRule rule) {
    from(ReviewPhase.CALIBRATED, ReviewPhase.NOT_CALIBRATED);
    conclusion = conclusion().shared(at, due.answerBy(at, days), due.appealBy(at, days, rule));
    become(ReviewPhase.SHARED);
    return ReviewEventType.SHARED;
  }

  public ReviewEventType acknowledge(Acknowledgement answer) {
    conclusion = conclusion().acknowledged(answer);
    become(ReviewPhase.ACKNOWLEDGED);
    return ReviewEventType.ACKNOWLEDGED;
  }

  /** Ends the time for an answer; without one the review is final unacknowledged. */
  public ReviewEventType finish() {
    from(ReviewPhase.SHARED, ReviewPhase.ACKNOWLEDGED);
    become(ReviewPhase.FINAL);
    return ReviewEventType.FINALIZED;
  }

  public ReviewEventType endUnrated(Ending why) {
    ending = why;
    become(ReviewPhase.NOT_RATED);
    return ReviewEventType.NOT_RATED;
  }

  /**
   * Takes up again what ended because the person was not there. What was written stays, and so does
   * what was concluded; the rated period takes in the days after the return.
   *
   * @param seed what a new review of the person would start from
   */
  public ReviewEventType rejoin(ReviewSeed seed, UUID by, Instant at) {
    from(ReviewPhase.NOT_RATED);
    ending = null;
    period = period.extendedTo(seed.period());
    if (conclusion().submission() != null) {
      become(ReviewPhase.SUBMITTED);
      return ReviewEventType.REJOINED;
    }
    become(work.equals(ReviewWork.NONE) ? ReviewPhase.NOT_STARTED : ReviewPhase.IN_PROGRESS);
    UUID above = seed.reviewerId();
    if (above != null && !above.equals(reviewerId)) {
      pass(above, ReassignmentCode.REVIEWEE_BACK, "The reviewee came back", by, at);
      standing = Standing.byLine(seed.managerId());
    }
    return ReviewEventType.REJOINED;
  }

  /** Ends the review with its cycle; what was written stays. */
  public ReviewEventType cancel() {
    become(ReviewPhase.CANCELLED);
    sessionId = null;
    return ReviewEventType.CANCELLED;
  }

  /** HR names another reviewer. */
  public ReviewEventType reassign(UUID reviewer, String reason, UUID by, Instant at) {
    from(ReviewPhase.NOT_STARTED, ReviewPhase.IN_PROGRESS);
    pass(reviewer, ReassignmentCode.BY_HR, reason, by, at);
    standing = standing.byHr(at);
    return ReviewEventType.REASSIGNED;
  }

  /**
   * The reviewer can't go on.
   *
   * @param successor null where nobody is there who could take over
   * @param manager to whom the reviewee reports now
   */
  public ReviewEventType succeed(
      @Nullable UUID successor, ReviewerConcern why, @Nullable UUID manager, Instant at) {
    from(ReviewPhase.NOT_STARTED, ReviewPhase.IN_PROGRESS);
    pass(successor, why.code(), why.words(), null, at);
    standing = Standing.byLine(manager);
    return ReviewEventType.REASSIGNED;
  }

  private void pass(
      @Nullable UUID reviewer,
      ReassignmentCode code,
      String reason,
      @Nullable UUID by,
      Instant at) {
    past = past.with(new Reassignment(reviewerId, reviewer, code, reason, by, at));
    if (reviewerId != null) {
      work = work.handedOverBy(reviewerId, at);
    }
    reviewerId = reviewer;
  }

  /** Asks HR whether the reviewer stays. */
  public void question(ReviewerConcern why, @Nullable UUID manager, Instant at) {
    standing = standing.asking(ReviewerQuestion.open(why, manager, at));
  }

  /** What HR was asked about has passed by itself. */
  public void withdrawQuestion() {
    standing = standing.askingNothing();
  }

  /** HR answers that the reviewer stays. */
  public void keepReviewer(Instant at) {
    standing = standing.byHr(at);
  }

  public void proposeReopening(String reason, Signature by) {
    reopening = Reopening.proposed(reason, by);
  }

  /** Keeps the conclusion as a revision and goes back to work on a copy. */
  public ReviewEventType reopen(Signature countersignature) {
    Reopening agreed = Optional.ofNullable(reopening).orElseThrow().agreed(countersignature);
    past = past.with(Revision.of(revision, reviewerId, work, conclusion(), agreed));
    revision++;
    reopening = null;
    conclusion = Conclusion.NONE;
    sessionId = null;
    become(ReviewPhase.IN_PROGRESS);
    return ReviewEventType.REOPENED;
  }

  /** Until the appeal ends nothing is reopened, and the result isn't final. */
  public void appeal(UUID appeal) {
    from(ReviewPhase.SHARED, ReviewPhase.ACKNOWLEDGED, ReviewPhase.FINAL);
    appealId = appeal;
  }

  /** The appeal has ended, and changed nothing. */
  public void endAppeal() {
    appealId = null;
  }

  /**
   * Keeps the conclusion as a revision, and tells the reviewee the level that the panel set.
   *
   * @param days those of the reviewee's place
   */
  public ReviewEventType revise(AppealOutcome decided, WorkingDays days, AppealRule rule) {
    past = past.with(Revision.of(revision, reviewerId, work, conclusion(), null));
    revision++;
    appealId = null;
    reopening = null;
    conclusion =
        conclusion()
            .revised(
                decided, due.answerBy(decided.at(), days), due.appealBy(decided.at(), days, rule));
    become(ReviewPhase.SHARED);
    return ReviewEventType.REVISED;
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 that names what is allowed instead
   */
  public void require(ReviewAction action, CycleState cycle) {
    Allowed.require(this, action, cycle);
  }

  private Optional<ReviewEventType> started() {
    if (phase != ReviewPhase.NOT_STARTED) {
      return Optional.empty();
    }
    become(ReviewPhase.IN_PROGRESS);
    return Optional.of(ReviewEventType.STARTED);
  }

  private void become(ReviewPhase next) {
    phase = OF_REVIEWS.moved(phase, next);
  }

  /** Guards the steps that no caller asks for by name; the callers select by phase before. */
  private void from(ReviewPhase... possible) {
    if (!List.of(possible).contains(phase)) {
      throw new IllegalStateException("review " + id + " is " + phase);
    }
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID cycleId() {
    return cycleId;
  }

  public UUID employeeId() {
    return employeeId;
  }

  public UUID assignmentId() {
    return assignmentId;
  }

  public Optional<UUID> reviewerId() {
    return Optional.ofNullable(reviewerId);
  }

  public Standing standing() {
    return standing;
  }

  public List<UUID> lineAbove() {
    return lineAbove.ids();
  }

  public Contributors contributors() {
    return contributors;
  }

  public Placement placement() {
    return placement;
  }

  public RatedPeriod period() {
    return period;
  }

  public DueDates due() {
    return due;
  }

  public ReviewPhase phase() {
    return phase;
  }

  public int revision() {
    return revision;
  }

  public Optional<UUID> sessionId() {
    return Optional.ofNullable(sessionId);
  }

  public ReviewWork work() {
    return work;
  }

  /** What it came to so far. */
  public Conclusion conclusion() {
    return conclusion == null ? Conclusion.NONE : conclusion;
  }

  public Optional<CalibrationOutcome> outcome() {
    return Optional.ofNullable(conclusion().outcome());
  }

  public Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  /** Whether the level that counts is one that the panel of an appeal has set. */
  public boolean setByAppeal() {
    return conclusion().appealOutcome() != null;
  }

  public boolean underAppeal() {
    return appealId != null;
  }

  public Past past() {
    return past;
  }

  public Optional<Reopening> reopening() {
    return Optional.ofNullable(reopening);
  }

  /** What the reviewer concluded. */
  public Optional<Integer> originalOrdinal() {
    return conclusion().originalOrdinal();
  }

  /** What counts now. */
  public Optional<Integer> ordinal() {
    return conclusion().ordinal();
  }
}
