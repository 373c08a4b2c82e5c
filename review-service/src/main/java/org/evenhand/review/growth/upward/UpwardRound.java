package org.evenhand.review.growth.upward;

import static org.evenhand.review.growth.upward.UpwardLifecycle.OF_ROUNDS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.review.growth.goal.Post;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * That all direct reports of a manager are asked about them, until a day. What they write lies
 * apart: it moves neither this nor its version.
 */
@Entity
@Table(name = "upward_round")
public class UpwardRound {

  /** So many answers to a question hide one another; fewer are never shown. */
  public static final int LEAST = 3;

  @Id private UUID id;

  @Version private long version;

  @Column(name = "about_id", updatable = false)
  private UUID aboutId;

  @Column(name = "assignment_id", updatable = false)
  private UUID assignmentId;

  @Column(name = "assignment_since", updatable = false)
  private LocalDate assignmentSince;

  @Enumerated(EnumType.STRING)
  private UpwardState state;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(updatable = false)
  private List<String> questions;

  @Column(updatable = false)
  private int asked;

  /** Null of what was asked before there were rounds. */
  @Column(name = "opened_by", updatable = false)
  private @Nullable UUID openedBy;

  @Column(name = "opened_on", updatable = false)
  private LocalDate openedOn;

  @Column(name = "closes_on", updatable = false)
  private LocalDate closesOn;

  private boolean shown;

  @Column(name = "review_id")
  private @Nullable UUID reviewId;

  /** Why it was cancelled; null where its manager left. */
  private @Nullable String reason;

  protected UpwardRound() {}

  /**
   * What is asked, until when.
   *
   * @param openedOn the day at the manager's place
   */
  public record Terms(List<String> questions, LocalDate openedOn, LocalDate closesOn) {}

  /**
   * @param about the assignment in which the manager is led by whoever opens it
   * @param asked how many are asked, {@link #LEAST} or more
   */
  public UpwardRound(UUID id, Post about, Terms terms, int asked, UUID openedBy) {
    this.id = id;
    this.aboutId = about.employeeId();
    this.assignmentId = about.assignmentId();
    this.assignmentSince = about.since();
    this.questions = List.copyOf(terms.questions());
    this.openedOn = terms.openedOn();
    this.closesOn = terms.closesOn();
    this.asked = asked;
    this.openedBy = openedBy;
    this.state = OF_ROUNDS.begun(UpwardState.OPEN);
  }

  /**
   * Its day is over.
   *
   * @param answered whether enough have answered any question
   * @param review of the manager, on its way to be shared: with it they read the answers
   */
  public void close(boolean answered, @Nullable UUID review) {
    state = OF_ROUNDS.moved(state, UpwardState.CLOSED);
    shown = answered;
    reviewId = review;
  }

  public void cancel(@Nullable String why) {
    state = OF_ROUNDS.moved(state, UpwardState.CANCELLED);
    reason = why;
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409
   */
  public void require(UpwardStep step) {
    OF_ROUNDS.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  /** The operations that its state allows. */
  public List<String> allowed() {
    return OF_ROUNDS.operations(state);
  }

  public boolean isOpen() {
    return state == UpwardState.OPEN;
  }

  /** Whether somebody is in the assignment in which the manager was asked about. */
  public boolean isOf(Post post) {
    return post.open() && post.since().equals(assignmentSince);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID aboutId() {
    return aboutId;
  }

  public UUID assignmentId() {
    return assignmentId;
  }

  public UpwardState state() {
    return state;
  }

  public List<String> questions() {
    return questions;
  }

  public int asked() {
    return asked;
  }

  public Optional<UUID> openedBy() {
    return Optional.ofNullable(openedBy);
  }

  public LocalDate openedOn() {
    return openedOn;
  }

  public LocalDate closesOn() {
    return closesOn;
  }

  /** Whether there is anything that may be shown. */
  public boolean shown() {
    return shown;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }
}
