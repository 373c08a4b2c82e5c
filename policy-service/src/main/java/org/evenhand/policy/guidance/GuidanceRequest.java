package org.evenhand.policy.guidance;

import static org.evenhand.policy.guidance.GuidanceLifecycle.OF_REQUESTS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.policy.PolicyProblem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody asks of HR in confidence, and the answer. */
@Entity
@Table(name = "guidance_request")
public class GuidanceRequest {

  /** An answer that nobody closes is closed after so long; what goes then would else never go. */
  private static final Duration UNTIL_CLOSED = Duration.ofDays(30);

  private static final Duration UNTIL_GONE = Duration.ofDays(180);

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Enumerated(EnumType.STRING)
  private GuidanceState state;

  @Column(name = "asker_id")
  private @Nullable UUID askerId;

  @Column(name = "claimer_id")
  private @Nullable UUID claimerId;

  @Column(name = "claimer_served")
  private boolean claimerServed;

  @JdbcTypeCode(SqlTypes.JSON)
  private Excluded excluded;

  @JdbcTypeCode(SqlTypes.JSON)
  private Hands hands;

  private @Nullable String text;

  private @Nullable String answer;

  private @Nullable String salt;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  protected GuidanceRequest() {}

  /**
   * @param salt makes the audit's digest one that nobody can guess words by
   */
  public GuidanceRequest(
      UUID id, UUID asker, String text, List<UUID> excluded, String salt, Instant at) {
    this.id = id;
    this.askerId = asker;
    this.text = text;
    this.excluded = new Excluded(List.copyOf(excluded));
    this.hands = Hands.NONE;
    this.salt = salt;
    this.state = OF_REQUESTS.begun(GuidanceState.ASKED);
    this.askedAt = at;
  }

  /**
   * Also over a claim of somebody who may read it no more.
   *
   * @param serves whether the person serves a unit as HR: then the claim lasts as long as they do
   */
  public GuidanceRequest claim(UUID person, boolean serves) {
    require(GuidanceStep.CLAIM);
    claimerId = person;
    claimerServed = serves;
    hands = hands.readBy(person);
    moveTo(GuidanceState.CLAIMED);
    return this;
  }

  /** Somebody else of HR can claim it; it is as old as it was. */
  public GuidanceRequest giveBack(UUID by) {
    require(GuidanceStep.RETURN);
    claimerId = null;
    claimerServed = false;
    hands = hands.returnedBy(by);
    moveTo(GuidanceState.ASKED);
    return this;
  }

  public void answer(String words, Instant at) {
    require(GuidanceStep.ANSWER);
    answer = words;
    answeredAt = at;
    moveTo(GuidanceState.ANSWERED);
  }

  public void close(Instant at) {
    require(GuidanceStep.CLOSING);
    closedAt = at;
    moveTo(GuidanceState.CLOSED);
  }

  /** Nobody is left whom an answer would reach. */
  public void closeUnanswered(Instant at) {
    closedAt = at;
    moveTo(GuidanceState.CLOSED);
  }

  public void erase() {
    require(GuidanceStep.ERASURE);
    moveTo(GuidanceState.ERASED);
    forget();
  }

  /** Takes out what was said, and by whom: what is left is of nobody. */
  public void forget() {
    askerId = null;
    claimerId = null;
    claimerServed = false;
    excluded = Excluded.NOBODY;
    hands = Hands.NONE;
    text = null;
    answer = null;
    salt = null;
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 with the steps that are allowed
   */
  public void require(GuidanceStep wanted) {
    OF_REQUESTS.require(state, wanted.operation(), PolicyProblem.TRANSITION_REFUSED);
  }

  private void moveTo(GuidanceState next) {
    state = OF_REQUESTS.moved(state, next);
  }

  public UUID id() {
    return id;
  }

  public long lockVersion() {
    return lockVersion;
  }

  public GuidanceState state() {
    return state;
  }

  public Optional<UUID> askerId() {
    return Optional.ofNullable(askerId);
  }

  public Optional<UUID> claimerId() {
    return Optional.ofNullable(claimerId);
  }

  public boolean excludes(UUID person) {
    return excluded.people().contains(person);
  }

  public List<UUID> excluded() {
    return excluded.people();
  }

  public Hands hands() {
    return hands;
  }

  /** Whether it waits for an answer. */
  public boolean waits() {
    return state == GuidanceState.ASKED || state == GuidanceState.CLAIMED;
  }

  public Optional<String> text() {
    return Optional.ofNullable(text);
  }

  public Optional<String> answer() {
    return Optional.ofNullable(answer);
  }

  Optional<String> salt() {
    return Optional.ofNullable(salt);
  }

  public Instant askedAt() {
    return askedAt;
  }

  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  /** When it is closed by itself. */
  public Optional<Instant> closesAt() {
    return answeredAt().map(at -> at.plus(UNTIL_CLOSED));
  }

  /** When its words go by themselves, also where nobody answers. */
  public Instant goneAt() {
    return closedAt()
        .or(this::closesAt)
        .orElseGet(() -> askedAt.plus(UNTIL_CLOSED))
        .plus(UNTIL_GONE);
  }
}
