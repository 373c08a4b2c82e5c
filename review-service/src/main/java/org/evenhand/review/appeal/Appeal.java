package org.evenhand.review.appeal;

import static org.evenhand.review.appeal.AppealLifecycle.OF_APPEALS;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.appeal.Panel.Hearing;
import org.evenhand.review.appeal.Remand.Reassessment;
import org.evenhand.review.appeal.Screenings.Referral;
import org.evenhand.review.appeal.Screenings.Screening;
import org.evenhand.review.appeal.Seat.Score;
import org.evenhand.review.appeal.Vote.Verdict;
import org.evenhand.review.review.Review;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The appeal of a reviewee against one revision of their result. Whoever was late with a step makes
 * it late for good. No outcome comes of silence: the reviewer's goes on to the panel, that of HR
 * after a referral admits it, and a refusal that nobody refers stays.
 */
@Entity
@Table(name = "appeal")
public class Appeal {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "review_id", updatable = false)
  private UUID reviewId;

  @Column(updatable = false)
  private int revision;

  @Column(name = "appellant_id", updatable = false)
  private UUID appellantId;

  @Column(name = "companion_id")
  private @Nullable UUID companionId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "former_parties")
  private FormerParties formerParties;

  @Column(name = "responder_id")
  private @Nullable UUID responderId;

  @Column(name = "reassessor_id")
  private @Nullable UUID reassessorId;

  @Enumerated(EnumType.STRING)
  private AppealPhase phase;

  @JdbcTypeCode(SqlTypes.JSON)
  private Filing filing;

  @JdbcTypeCode(SqlTypes.JSON)
  private Screenings screenings;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Response response;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable BlindEvidence evidence;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Panel panel;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Remand remand;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Withdrawal withdrawal;

  @Embedded private @Nullable StepDue due;

  private boolean late;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected Appeal() {}

  public Appeal(UUID id, Review review, Filing filing, StepDue screenBy) {
    this.id = id;
    this.reviewId = review.id();
    this.revision = review.revision();
    this.appellantId = review.employeeId();
    this.phase = OF_APPEALS.begun(AppealPhase.FILED);
    this.filing = filing;
    this.screenings = Screenings.NONE;
    this.formerParties = FormerParties.NONE;
    this.due = screenBy;
  }

  /** Whoever stands by the appellant, and reads what they read. */
  public void accompany(UUID companion) {
    if (!companion.equals(companionId)) {
      goAlone();
    }
    companionId = companion;
  }

  /** Nobody stands by the appellant any more. */
  public void goAlone() {
    formerParties = formerParties.withCompanion(companionId);
    companionId = null;
  }

  /**
   * @param responder the reviewer; null where nobody is there who could answer
   * @param answerBy their time to answer, or HR's to convene a panel
   */
  public void admit(Screening screening, @Nullable UUID responder, StepDue answerBy) {
    screenings = screenings.with(screening);
    responderId = responder;
    become(AppealPhase.SCREENED, answerBy, screening.at());
    if (responder == null) {
      respond(Response.silent(screening.at()), answerBy);
    }
  }

  /**
   * @param referBy the appellant's time to refer it to the HR lead; null after that was done
   */
  public void refuse(Screening screening, @Nullable StepDue referBy) {
    screenings = screenings.with(screening);
    become(AppealPhase.NOT_ADMITTED, referBy, screening.at());
    if (referBy == null) {
      endedAt = screening.at();
    }
  }

  public void refer(Referral referral, StepDue screenBy) {
    screenings = screenings.referred(referral);
    become(AppealPhase.FILED, screenBy, referral.at());
  }

  /** The time to refer it is over: it stays refused. */
  public void stayRefused(Instant at) {
    due = null;
    endedAt = at;
  }

  public void respond(Response answer, StepDue conveneBy) {
    response = answer;
    become(AppealPhase.MANAGER_RESPONSE, conveneBy, answer.wasSilent() ? null : answer.at());
  }

  /**
   * @param checkBy HR's time to read the evidence; that of the panel begins after it
   */
  public void convene(List<Seat> seats, BlindEvidence redacted, StepDue checkBy, Instant at) {
    panel = Panel.of(seats);
    evidence = redacted;
    become(AppealPhase.PANEL, checkBy, at);
  }

  /** Nobody scores before; once somebody has, all are to score the same. */
  public void checkEvidence(List<String> passages, BlindEvidence.Check check, StepDue decideBy) {
    BlindEvidence read = Optional.ofNullable(evidence).orElseThrow();
    evidence = read.checked(passages, check);
    if (!read.isChecked()) {
      lateBy(check.at());
      due = decideBy;
    }
  }

  /**
   * @param decideBy the panel's time, which begins anew where it had begun
   */
  public void replace(UUID leaving, Seat joining, StepDue decideBy, Instant at) {
    panel = sitting().replaced(leaving, joining);
    if (phase == AppealPhase.PANEL && evidence().filter(BlindEvidence::isChecked).isPresent()) {
      lateBy(at);
      due = decideBy;
    }
  }

  public void score(UUID member, Score score) {
    panel = sitting().scored(member, score);
  }

  public void hear(Hearing hearing) {
    panel = sitting().heard(hearing);
  }

  /**
   * @param nameBy HR's time to name another reviewer, should most want that
   * @return what the panel has decided; empty until two of three agree
   */
  public Optional<Verdict> vote(Vote vote, StepDue nameBy) {
    panel = sitting().voted(vote);
    Optional<Verdict> verdict = sitting().verdict();
    verdict.ifPresent(decided -> decide(decided, nameBy, vote.at()));
    return verdict;
  }

  private void decide(Verdict verdict, StepDue nameBy, Instant at) {
    switch (verdict.choice()) {
      case CONFIRM -> end(AppealPhase.RATING_CONFIRMED, at);
      case CHANGE -> end(AppealPhase.RATING_CHANGED, at);
      case REMAND -> {
        remand = Remand.begun(at);
        become(AppealPhase.REMANDED, nameBy, at);
      }
    }
  }

  public void giveTo(UUID reassessor, UUID hr, StepDue reassessBy, Instant at) {
    lateBy(at);
    remand = Optional.ofNullable(remand).orElseThrow().namedBy(hr);
    formerParties = formerParties.withReassessor(reassessorId);
    reassessorId = reassessor;
    due = reassessBy;
  }

  public void reassess(Reassessment made, StepDue decideBy) {
    remand = Optional.ofNullable(remand).orElseThrow().reassessed(made);
    panel = sitting().nextRound();
    become(AppealPhase.PANEL, decideBy, made.at());
  }

  public void withdraw(Withdrawal taken) {
    withdrawal = taken;
    become(AppealPhase.WITHDRAWN, null, null);
    endedAt = taken.at();
  }

  private void end(AppealPhase as, Instant at) {
    become(as, null, at);
    endedAt = at;
  }

  /**
   * @param doneAt when the step was done that was owed until now; null where it fell away
   */
  private void become(AppealPhase next, @Nullable StepDue then, @Nullable Instant doneAt) {
    if (doneAt != null) {
      lateBy(doneAt);
    }
    phase = OF_APPEALS.moved(phase, next);
    due = then;
  }

  private void lateBy(Instant at) {
    late |= phase != AppealPhase.NOT_ADMITTED && due != null && due.isOver(at);
  }

  private Panel sitting() {
    return Optional.ofNullable(panel).orElseThrow();
  }

  /** What the state allows, whoever asks. */
  public Set<AppealAction> allowed() {
    Set<AppealAction> actions = EnumSet.noneOf(AppealAction.class);
    List<String> operations = OF_APPEALS.operations(phase);
    for (AppealAction action : AppealAction.values()) {
      if (operations.contains(action.operation()) && isReadyFor(action)) {
        actions.add(action);
      }
    }
    return actions;
  }

  private boolean isReadyFor(AppealAction action) {
    return switch (action) {
      case REFERRAL -> endedAt == null;
      case COMPANION_REMOVAL -> companionId != null;
      case EVIDENCE_CHECK -> !sitting().begun();
      case SCORE ->
          evidence().filter(BlindEvidence::isChecked).isPresent() && !sitting().revealed();
      case HEARING -> sitting().revealed() && sitting().votesNow().isEmpty();
      case VOTE -> sitting().revealed() && sitting().hearing() != null;
      case REASSESSMENT -> reassessorId != null;
      default -> true;
    };
  }

  /**
   * @throws Problem 409 that names what is allowed instead
   */
  public void require(AppealAction action) {
    Set<AppealAction> allowed = allowed();
    if (!allowed.contains(action)) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "An appeal that is " + phase + " does not allow " + action.operation() + " now.")
          .allowing(allowed.stream().map(AppealAction::operation).toList());
    }
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID reviewId() {
    return reviewId;
  }

  public int revision() {
    return revision;
  }

  public UUID appellantId() {
    return appellantId;
  }

  public Optional<UUID> companionId() {
    return Optional.ofNullable(companionId);
  }

  /** Who was companion, or was to look at it anew, and is so no more. */
  public FormerParties formerParties() {
    return formerParties;
  }

  /** Whether HR has filed it for somebody who has left. */
  public boolean isFiledOnBehalf() {
    return !filing.by().equals(appellantId);
  }

  public Optional<UUID> responderId() {
    return Optional.ofNullable(responderId);
  }

  public Optional<UUID> reassessorId() {
    return Optional.ofNullable(reassessorId);
  }

  public AppealPhase phase() {
    return phase;
  }

  public Filing filing() {
    return filing;
  }

  public Screenings screenings() {
    return screenings;
  }

  public Optional<Response> response() {
    return Optional.ofNullable(response);
  }

  public Optional<BlindEvidence> evidence() {
    return Optional.ofNullable(evidence);
  }

  public Optional<Panel> panel() {
    return Optional.ofNullable(panel);
  }

  public Optional<Remand> remand() {
    return Optional.ofNullable(remand);
  }

  public Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  public Optional<StepDue> due() {
    return Optional.ofNullable(due);
  }

  /** Whether any step of it was taken after its day. */
  public boolean isLate() {
    return late;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Whether another reviewer may still be asked. */
  public boolean canBeRemanded() {
    return remand == null;
  }
}
