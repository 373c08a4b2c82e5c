package org.evenhand.calibration.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
  private SessionState state;

  private UUID facilitatorId;
  private UUID coFacilitatorId;
  private @Nullable Instant coAgreedAt;

  private UUID[] raterIds;

  /** Who has given up a seat; nobody of them takes another one. */
  private UUID[] formerMembers;

  private UUID[] reviewIds;

  private int blindSize;

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
    this.state = SessionState.PLANNED;
    this.facilitatorId = plan.facilitatorId();
    this.coFacilitatorId = plan.coFacilitatorId();
    this.raterIds = plan.raterIds().toArray(UUID[]::new);
    this.formerMembers = new UUID[0];
    this.reviewIds = plan.reviewIds().toArray(UUID[]::new);
    this.blindSize = plan.blindSize();
    this.changedAt = now;
  }

  /** What a session starts from; {@code blindSize} of its reviews are scored blind. */
  record Plan(
      UUID cycleId,
      String name,
      UUID facilitatorId,
      UUID coFacilitatorId,
      List<UUID> raterIds,
      List<UUID> reviewIds,
      int blindSize) {}

  static Session plan(UUID id, Plan plan, Instant now) {
    return new Session(id, plan, now);
  }

  /**
   * @throws Problem 409 with the states that it may go to
   */
  void become(SessionState next, Instant now) {
    if (!state.next().contains(next)) {
      throw refused("A session that is %s can't become %s.".formatted(state, next));
    }
    state = next;
    changedAt = now;
  }

  /** What only a session in one of these states may do. */
  void mustBe(SessionState... states) {
    if (!List.of(states).contains(state)) {
      throw refused("The session is %s; this is for %s.".formatted(state, List.of(states)));
    }
  }

  /** Marks the session as changed because one of its samples was. */
  void touched(Instant now) {
    changedAt = now;
  }

  /** The manager takes the seat beside the facilitator. Before that nothing is claimed. */
  void agreeToHold(Instant now) {
    if (!state.isOpen() || coAgreedAt != null) {
      throw refused("The co-facilitator has agreed, or the session is over.");
    }
    coAgreedAt = now;
    changedAt = now;
  }

  boolean isAgreed() {
    return coAgreedAt != null;
  }

  /** Ends it without a decision: its reviews go free. */
  void cancel(String reason, UUID by, Instant now) {
    become(SessionState.CANCELLED, now);
    cancellation = new Cancellation(reason, by, now);
  }

  /**
   * Somebody else takes the seat. A new co-facilitator has to agree as the first one had.
   *
   * @throws Problem 409 where the seat has nothing to do any more
   */
  void replace(UUID leaving, UUID joining, Instant now) {
    if (raterIds().contains(leaving)) {
      mustBe(SessionState.PLANNED, SessionState.SAMPLES_READY, SessionState.BLIND_SCORING);
      raterIds =
          raterIds().stream()
              .map(rater -> rater.equals(leaving) ? joining : rater)
              .sorted()
              .toArray(UUID[]::new);
    } else {
      if (!state.isOpen()) {
        throw refused("A session that is %s has no seat to fill.".formatted(state));
      }
      if (facilitatorId.equals(leaving)) {
        facilitatorId = joining;
      } else {
        coFacilitatorId = joining;
        coAgreedAt = null;
      }
    }
    formerMembers =
        Stream.concat(Stream.of(formerMembers), Stream.of(leaving)).toArray(UUID[]::new);
    changedAt = now;
  }

  /** Whether somebody has or had a seat. */
  boolean knows(UUID person) {
    return member(person) || List.of(formerMembers).contains(person);
  }

  /** A sample leaves the session, its review with it. */
  void withdraw(Sample sample, Instant now) {
    reviewIds =
        Stream.of(reviewIds)
            .filter(review -> !review.equals(sample.reviewId()))
            .toArray(UUID[]::new);
    blindSize -= sample.blind() ? 1 : 0;
    changedAt = now;
  }

  /** Review-service gave these reviews to this session; it may have refused some. */
  void claim(List<UUID> claimed, Instant now) {
    reviewIds = claimed.toArray(UUID[]::new);
    blindSize = Math.min(blindSize, claimed.size());
    changedAt = now;
  }

  void reveal(Agreement found, Instant now) {
    become(SessionState.REVEALED, now);
    agreement = found;
  }

  void lock(Instant now) {
    become(SessionState.LOCKED, now);
    lockedAt = now;
    refusal = null;
  }

  /** Review-service would not apply the decisions: nothing has changed there. */
  void refuse(String reason, Instant now) {
    become(SessionState.READY, now);
    refusal = reason;
    lockedAt = null;
  }

  private Problem refused(String detail) {
    return Problem.of(CommonProblem.STATE_CONFLICT, detail)
        .allowing(state.next().stream().map(SessionState::name).toList());
  }

  boolean member(UUID person) {
    return facilitates(person) || raterIds().contains(person);
  }

  boolean facilitates(UUID person) {
    return facilitatorId.equals(person) || coFacilitatorId.equals(person);
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

  public String name() {
    return name;
  }

  public SessionState state() {
    return state;
  }

  public UUID facilitatorId() {
    return facilitatorId;
  }

  public UUID coFacilitatorId() {
    return coFacilitatorId;
  }

  public List<UUID> raterIds() {
    return List.of(raterIds);
  }

  public List<UUID> reviewIds() {
    return List.of(reviewIds);
  }

  public int blindSize() {
    return blindSize;
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
