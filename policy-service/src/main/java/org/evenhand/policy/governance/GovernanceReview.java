package org.evenhand.policy.governance;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.policy.governance.GovernanceLifecycle.OF_REVIEWS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.signing.Side;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A review of governance. */
@Entity
@Table(name = "governance_review")
public class GovernanceReview {

  @Id private UUID id;

  @Version
  @Column(name = "lock_version")
  private long lockVersion;

  private int number;

  @Enumerated(EnumType.STRING)
  private GovernanceState state;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @JdbcTypeCode(SqlTypes.JSON)
  private Terms terms;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Agenda agenda;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Minutes minutes;

  @JdbcTypeCode(SqlTypes.JSON)
  private Decisions decisions;

  @Column(name = "missed_at")
  private @Nullable Instant missedAt;

  @Column(name = "signed_at")
  private @Nullable Instant signedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected GovernanceReview() {}

  public GovernanceReview(UUID id, int number, LocalDate dueOn, Terms terms, Instant at) {
    this.id = id;
    this.number = number;
    this.dueOn = dueOn;
    this.terms = terms;
    this.decisions = new Decisions(List.of());
    this.state = OF_REVIEWS.begun(GovernanceState.SCHEDULED);
    this.createdAt = at;
    this.updatedAt = at;
  }

  /**
   * What the charter in force says of it.
   *
   * @param owner who has to see to it
   * @param quorum how many managers have to be present
   */
  public record Terms(UUID charterId, UUID owner, int quorum) {}

  public record Decisions(List<Decision> all) {}

  /** Whether anything has changed. Its day stays, whatever the interval is now. */
  public boolean follow(Terms inForce, Instant at) {
    if (inForce.equals(terms)) {
      return false;
    }
    terms = inForce;
    updatedAt = at;
    return true;
  }

  public void prepare(Agenda frozen) {
    require(GovernanceStep.PREPARATION);
    agenda = frozen;
    if (state == GovernanceState.SCHEDULED) {
      moveTo(GovernanceState.PREPARED, frozen.preparedAt());
    }
    updatedAt = frozen.preparedAt();
  }

  /**
   * Minutes that are recorded again take the place of those before, and of their signatures.
   *
   * @throws Problem 409 where another agenda was read, or one side or the quorum was not there
   */
  public void record(Minutes written, List<Decision> decided) {
    requireMinutes(written.agendaHash());
    Quorum.require(written.present(), terms.quorum());
    minutes = written;
    decisions = new Decisions(List.copyOf(decided));
    if (state != GovernanceState.HELD) {
      moveTo(GovernanceState.HELD, written.recordedAt());
    }
    updatedAt = written.recordedAt();
  }

  /**
   * @throws Problem 409 in a state without minutes, or where another agenda was read
   */
  public void requireMinutes(String agendaHash) {
    require(GovernanceStep.MINUTES);
    if (agenda == null || !agenda.hash().equals(agendaHash)) {
      throw Problem.of(
              PolicyProblem.CONTENT_CHANGED, "The minutes are about the agenda as it is prepared.")
          .with(INCONSISTENT.at("/agendaHash", "is not the hash of the agenda"));
    }
  }

  /**
   * @return SIGNED with the signature that was missing, or SIGNATURE_GIVEN
   * @throws Problem 403 for somebody who was not present
   */
  public GovernanceHappening sign(UUID signer, String readHash, Instant at) {
    require(GovernanceStep.SIGNATURE);
    Minutes recorded = recorded();
    Side side = sideOf(signer).orElseThrow(GovernanceReview::notPresent);
    if (!recorded.hash().equals(readHash)) {
      throw Problem.of(
              PolicyProblem.CONTENT_CHANGED, "Read the minutes again: they are others now.")
          .with(INCONSISTENT.at("/minutesHash", "is not the hash of the present minutes"));
    }
    if (recorded.signedBy(signer)) {
      throw Problem.of(PolicyProblem.ALREADY_SIGNED, "You have signed these minutes.");
    }
    Minutes signed = recorded.signed(new MinutesSignature(signer, side, readHash, at));
    minutes = signed;
    updatedAt = at;
    if (Stream.of(Side.values()).allMatch(signed::signedFor)) {
      signedAt = at;
      moveTo(GovernanceState.SIGNED, at);
      return GovernanceHappening.SIGNED;
    }
    return GovernanceHappening.SIGNATURE_GIVEN;
  }

  private Minutes recorded() {
    return minutes().orElseThrow(() -> new IllegalStateException(state + " without minutes"));
  }

  private static Problem notPresent() {
    return Problem.of(CommonProblem.FORBIDDEN, "Only those who were present sign the minutes.");
  }

  /** For which side somebody was present. */
  public Optional<Side> sideOf(UUID person) {
    return minutes().stream()
        .flatMap(recorded -> recorded.present().stream())
        .filter(attendee -> attendee.person().equals(person))
        .map(Attendee::side)
        .findFirst();
  }

  /**
   * @throws Problem 404, and 409 for one that is closed already
   */
  public Decision openDecision(int wanted, GovernanceStep step) {
    require(step);
    Decision found = decision(wanted);
    if (found.state() != DecisionState.OPEN) {
      throw Problem.of(PolicyProblem.TRANSITION_REFUSED, "The decision is " + found.state() + ".")
          .allowing(List.of());
    }
    return found;
  }

  /**
   * @throws Problem 404
   */
  public Decision decision(int wanted) {
    return decisions.all().stream()
        .filter(decision -> decision.number() == wanted)
        .findFirst()
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND, "There is no such decision."));
  }

  /** Whether somebody closes a decision: responsible for it, or present for its side. */
  public boolean owns(Decision decision, UUID person) {
    return decision.responsible().equals(person)
        || sideOf(person).filter(side -> side == decision.side()).isPresent();
  }

  public void close(Decision closed, Instant at) {
    decisions =
        new Decisions(
            decisions.all().stream()
                .map(each -> each.number() == closed.number() ? closed : each)
                .toList());
    updatedAt = at;
  }

  public void miss(Instant at) {
    missedAt = at;
    moveTo(GovernanceState.MISSED, at);
  }

  public void escalate(Instant at) {
    moveTo(GovernanceState.ESCALATED, at);
  }

  /**
   * @throws Problem 409 with the steps that are allowed
   */
  public void require(GovernanceStep wanted) {
    OF_REVIEWS.require(state, wanted.operation(), PolicyProblem.TRANSITION_REFUSED);
  }

  private void moveTo(GovernanceState next, Instant at) {
    state = OF_REVIEWS.moved(state, next);
    updatedAt = at;
  }

  public UUID id() {
    return id;
  }

  public long lockVersion() {
    return lockVersion;
  }

  public int number() {
    return number;
  }

  public GovernanceState state() {
    return state;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Terms terms() {
    return terms;
  }

  public Optional<Agenda> agenda() {
    return Optional.ofNullable(agenda);
  }

  public Optional<Minutes> minutes() {
    return Optional.ofNullable(minutes);
  }

  public List<Decision> decisions() {
    return decisions.all();
  }

  public Optional<Instant> missedAt() {
    return Optional.ofNullable(missedAt);
  }

  public Optional<Instant> signedAt() {
    return Optional.ofNullable(signedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
