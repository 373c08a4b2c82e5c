package org.evenhand.policy.challenge;

import static org.evenhand.policy.challenge.ChallengeLifecycle.OF_CHALLENGES;

import jakarta.persistence.Column;
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
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an employee holds against a part of a version, or against how something is done. */
@Entity
@Table(name = "challenge")
public class Challenge {

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  @Enumerated(EnumType.STRING)
  private ChallengeState state;

  @Enumerated(EnumType.STRING)
  private ChallengeKind kind;

  private String text;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable VersionPart part;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Practice practice;

  @JdbcTypeCode(SqlTypes.JSON)
  private Parties parties;

  @Column(name = "author_id")
  private UUID authorId;

  @JdbcTypeCode(SqlTypes.JSON)
  private Answers answers;

  @Column(name = "follow_up")
  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable FollowUp followUp;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  /** Whether its answer was late when it was merged. */
  @Column(name = "merged_late")
  private boolean mergedLate;

  @Column(name = "raised_at")
  private Instant raisedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  protected Challenge() {}

  public Challenge(UUID id, Said said, Parties parties, UUID author, Instant at) {
    this.id = id;
    this.kind = said.kind();
    this.text = said.text();
    this.part = said.part();
    this.practice = said.practice();
    this.parties = parties;
    this.authorId = author;
    this.answers = new Answers(List.of());
    this.state = OF_CHALLENGES.begun(ChallengeState.RAISED);
    this.raisedAt = at;
  }

  /** What was said to what: one of part and practice is there. */
  public record Said(
      ChallengeKind kind, String text, @Nullable VersionPart part, @Nullable Practice practice) {}

  /** The first answer, and the second after it was followed up. */
  public record Answers(List<ChallengeAnswer> all) {}

  /**
   * @throws Problem 409 where it doesn't wait for one
   */
  public void answer(ChallengeAnswer given) {
    require(ChallengeStep.ANSWER);
    answers = new Answers(Stream.concat(answers.all().stream(), Stream.of(given)).toList());
    moveTo(ChallengeState.ANSWERED);
  }

  /**
   * @throws Problem 409 before it is answered, and for a second time
   */
  public void follow(FollowUp said) {
    require(ChallengeStep.FOLLOW_UP);
    if (followUp != null) {
      throw Problem.of(
              PolicyProblem.TRANSITION_REFUSED, "It was followed up, and has its second answer.")
          .allowing(OF_CHALLENGES.operationsBut(state, ChallengeStep.FOLLOW_UP.operation()));
    }
    followUp = said;
    moveTo(ChallengeState.FOLLOWED_UP);
  }

  /**
   * Those that were merged into this one before follow it.
   *
   * @param late whether its own answer is late by now
   * @throws Problem 409 where it doesn't wait for its first answer
   */
  public void merge(Challenge same, List<Challenge> mergedBefore, boolean late, Instant at) {
    require(ChallengeStep.MERGING);
    mergedInto = same.id;
    mergedLate = late;
    closedAt = at;
    moveTo(ChallengeState.MERGED);
    mergedBefore.forEach(one -> one.mergedInto = same.id);
    same.parties = same.parties.and(parties);
  }

  /** Whether an answer to one answers the other: it is about the same, or about a part of it. */
  public boolean isAboutSameAs(Challenge other) {
    return part != null && other.part != null && part.overlaps(other.part)
        || practice != null && other.practice != null && practice.isSame(other.practice);
  }

  /** What is merged goes into what was there before, so that nobody waits anew. */
  public boolean isRaisedBefore(Challenge other) {
    return raisedAt.isBefore(other.raisedAt)
        || raisedAt.equals(other.raisedAt) && id.compareTo(other.id) < 0;
  }

  /** Whether it is about a practice of which nobody knows in whose hands it is. */
  public boolean isOfUnknownHands() {
    return practice != null && parties.challenged().isEmpty();
  }

  /** Those in whose hands it is answer no more, nor do those above and below them. */
  public void name(List<UUID> people) {
    require(ChallengeStep.NAMING);
    if (practice != null) {
      practice = practice.and(people);
      parties = parties.and(people);
    }
  }

  /**
   * @param shared whether others were merged into it, for whom it is answered too
   * @throws Problem 409 where it is, or doesn't wait for an answer
   */
  public void withdraw(boolean shared, Instant at) {
    require(ChallengeStep.WITHDRAWAL);
    if (shared) {
      throw Problem.of(
              PolicyProblem.TRANSITION_REFUSED, "Others were merged into it, and wait with it.")
          .allowing(OF_CHALLENGES.operationsBut(state, ChallengeStep.WITHDRAWAL.operation()));
    }
    closedAt = at;
    moveTo(ChallengeState.WITHDRAWN);
  }

  /**
   * @throws Problem 409 with the steps that are allowed
   */
  public void require(ChallengeStep wanted) {
    OF_CHALLENGES.require(state, wanted.operation(), PolicyProblem.TRANSITION_REFUSED);
  }

  private void moveTo(ChallengeState next) {
    state = OF_CHALLENGES.moved(state, next);
  }

  public boolean isBy(UUID person) {
    return authorId.equals(person);
  }

  public boolean canBeFollowedUp() {
    return state == ChallengeState.ANSWERED && followUp == null;
  }

  public UUID id() {
    return id;
  }

  public long lockVersion() {
    return lockVersion;
  }

  public ChallengeState state() {
    return state;
  }

  public ChallengeKind kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  public Optional<VersionPart> part() {
    return Optional.ofNullable(part);
  }

  public Optional<Practice> practice() {
    return Optional.ofNullable(practice);
  }

  public Parties parties() {
    return parties;
  }

  public UUID authorId() {
    return authorId;
  }

  public List<ChallengeAnswer> answers() {
    return answers.all();
  }

  public Optional<ChallengeAnswer> lastAnswer() {
    return answers.all().isEmpty()
        ? Optional.empty()
        : Optional.of(answers.all().get(answers.all().size() - 1));
  }

  public Optional<FollowUp> followUp() {
    return Optional.ofNullable(followUp);
  }

  public Optional<UUID> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }

  /** Whether the last answer was late, or none was there in time when it was merged. */
  public boolean wasLate() {
    return mergedLate || lastAnswer().map(ChallengeAnswer::late).orElse(false);
  }

  public Instant raisedAt() {
    return raisedAt;
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }
}
