package org.evenhand.calibration.session;

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
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A calibration session: who holds it, which reviews it decides, and how far it has come. Its
 * samples are rows of their own; every change of one of them changes the session's version too.
 */
@Entity
@Table(name = "calibration_session")
public class Session {

  @Id private UUID id;
  @Version private long version;
  private UUID cycleId;
  private String name;

  @Enumerated(EnumType.STRING)
  private SessionKind kind;

  @Enumerated(EnumType.STRING)
  private SessionState state;

  @Embedded private Members members;

  @Embedded private Reviews reviews;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Agreement agreement;

  private @Nullable String refusal;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Cancellation cancellation;

  @Column(nullable = false)
  private Instant changedAt;

  private @Nullable Instant lockedAt;

  protected Session() {}

  private Session(UUID id, Plan plan, Instant now) {
    this.id = id;
    this.cycleId = plan.cycleId();
    this.name = plan.name();
    this.kind = plan.kind();
    this.state = lifecycle().begun(SessionState.PLANNED);
    this.members = new Members(plan.facilitatorId(), plan.coFacilitatorId(), plan.raterIds());
    this.reviews = new Reviews(plan.reviewIds(), plan.blindSize());
    this.changedAt = now;
  }

  /** What a session starts from; {@code blindSize} of its reviews are scored blind. */
  public record Plan(
      SessionKind kind,
      UUID cycleId,
      String name,
      UUID facilitatorId,
      UUID coFacilitatorId,
      List<UUID> raterIds,
      List<UUID> reviewIds,
      int blindSize) {}

  public static Session plan(UUID id, Plan plan, Instant now) {
    return new Session(id, plan, now);
  }

  /**
   * @throws Problem 409 with the operations that its state allows
   */
  public void require(Transition wanted) {
    lifecycle().require(state, wanted.operation(), CommonProblem.STATE_CONFLICT);
  }

  /** The ids of the operations that its state allows to somebody. */
  List<String> operations() {
    return lifecycle().operations(state);
  }

  private Lifecycle<SessionState> lifecycle() {
    return SessionLifecycle.of(kind);
  }

  private Problem refused(Transition wanted, String detail) {
    return Problem.of(CommonProblem.STATE_CONFLICT, detail)
        .allowing(lifecycle().operationsBut(state, wanted.operation()));
  }

  private void become(SessionState next, Instant now) {
    state = lifecycle().moved(state, next);
    changedAt = now;
  }

  /** The manager takes the seat beside the facilitator. Before that nothing is claimed. */
  public void agreeToFacilitate(Instant now) {
    require(Transition.AGREE_TO_FACILITATE);
    if (members.isAgreed()) {
      throw refused(Transition.AGREE_TO_FACILITATE, "The co-facilitator has agreed.");
    }
    members.agree(now);
    changedAt = now;
  }

  /**
   * Somebody else takes the seat.
   *
   * @throws Problem 409 where the seat has nothing to do any more
   */
  public void replace(UUID leaving, UUID joining, Instant now) {
    require(Transition.REPLACE_SEAT);
    if (members.isRater(leaving) && state.isRevealed()) {
      throw refused(
          Transition.REPLACE_SEAT,
          "The scores are revealed: a rater's seat has nothing to do any more.");
    }
    members.replace(leaving, joining);
    changedAt = now;
  }

  /** Ends it without a decision: its reviews go free. */
  public void cancel(String reason, UUID by, Instant now) {
    require(Transition.CANCEL);
    become(SessionState.CANCELLED, now);
    cancellation = new Cancellation(reason, by, now);
  }

  /** Review-service gave these reviews to this session; it may have refused some. */
  public void takeSamples(List<UUID> claimed, Instant now) {
    require(Transition.TAKE_SAMPLES);
    become(SessionState.SAMPLES_READY, now);
    reviews.claimed(claimed);
  }

  /** One of its samples, which are rows of their own, has changed by one of these transitions. */
  public void sampleChanged(Transition change, Instant now) {
    require(change);
    changedAt = now;
  }

  /**
   * A sample leaves the session, its review with it.
   *
   * @throws Problem 422 when nothing would be left that is still to be scored
   */
  public void withdraw(Sample sample, Instant now) {
    require(Transition.WITHDRAW_SAMPLE);
    reviews.leave(sample, state.isRevealed());
    changedAt = now;
  }

  public void openBlindScoring(Instant now) {
    require(Transition.OPEN_BLIND_SCORING);
    become(SessionState.BLIND_SCORING, now);
  }

  public void reveal(Agreement found, Instant now) {
    require(Transition.REVEAL_SCORES);
    become(SessionState.REVEALED, now);
    agreement = found;
  }

  /** For the first time, or again when it was READY. */
  public void openDiscussion(Instant now) {
    require(Transition.OPEN_DISCUSSION);
    become(SessionState.DISCUSSION, now);
  }

  public void declareReady(Instant now) {
    require(Transition.DECLARE_READY);
    become(SessionState.READY, now);
  }

  public void lock(Instant now) {
    require(Transition.LOCK);
    become(SessionState.LOCKED, now);
    lockedAt = now;
    refusal = null;
  }

  /** Whether review-service has still to answer to its decisions. */
  public boolean isAwaitingAnswer() {
    return state == SessionState.LOCKED;
  }

  /** Review-service has applied the decisions. */
  public void publish(Instant now) {
    become(SessionState.PUBLISHED, now);
  }

  /** Review-service would not apply the decisions: nothing has changed there. */
  public void reopen(String reason, Instant now) {
    if (!isAwaitingAnswer()) {
      throw new IllegalStateException("what is " + state + " is not refused");
    }
    become(SessionState.READY, now);
    refusal = reason;
    lockedAt = null;
  }

  /** Whether somebody may know more of it than that it is held. */
  public boolean isReadBy(Actor actor) {
    return actor.lead() || members.contains(actor.person());
  }

  /** Whether somebody may fill a seat anew or end it. */
  public boolean isOverseenBy(Actor actor) {
    return actor.lead() || members.facilitates(actor.person());
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public SessionKind kind() {
    return kind;
  }

  /** Whether nothing comes of it outside of this service. */
  public boolean isExercise() {
    return kind == SessionKind.EXERCISE;
  }

  public UUID cycleId() {
    return cycleId;
  }

  public String name() {
    return name;
  }

  public SessionState state() {
    return state;
  }

  public Members members() {
    return members;
  }

  public List<UUID> reviewIds() {
    return reviews.ids();
  }

  public int blindSize() {
    return reviews.blindSize();
  }

  public @Nullable Agreement agreement() {
    return agreement;
  }

  public @Nullable String refusal() {
    return refusal;
  }

  public @Nullable Cancellation cancellation() {
    return cancellation;
  }

  public @Nullable Instant lockedAt() {
    return lockedAt;
  }
}
