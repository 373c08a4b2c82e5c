package org.evenhand.review.growth.feedback.request;

import static org.evenhand.review.growth.feedback.request.FeedbackRequestLifecycle.OF_REQUESTS;
import static org.evenhand.review.growth.feedback.request.FeedbackRequestLifecycle.OPEN;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** That somebody asks a colleague for feedback, about themself or about a report of theirs. */
@Entity
@Table(name = "feedback_request")
public class FeedbackRequest {

  /** The audit's name for a request. */
  static final String AGGREGATE = "feedback-request";

  @Id private UUID id;

  @Version private long version;

  @Column(name = "asker_id", updatable = false)
  private UUID askerId;

  @Column(name = "about_id", updatable = false)
  private UUID aboutId;

  @Column(name = "asked_id", updatable = false)
  private UUID askedId;

  @Column(updatable = false)
  private String question;

  /** The last change of the status of all three before it was asked. */
  @Column(name = "status_seen", updatable = false)
  private long statusSeen;

  @Enumerated(EnumType.STRING)
  private FeedbackRequestState state;

  @Column(name = "asked_at", updatable = false)
  private Instant askedAt;

  @Column(name = "due_on", updatable = false)
  private LocalDate dueOn;

  @Column(name = "due_at", updatable = false)
  private Instant dueAt;

  @Column(name = "opens_at")
  private @Nullable Instant opensAt;

  /** As the day was named; whoever asked may have opened an answer before it. */
  @Column(name = "opens_named", updatable = false)
  private @Nullable Instant opensNamed;

  @Column(name = "feedback_id")
  private @Nullable UUID feedbackId;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  protected FeedbackRequest() {}

  /** Who asks whom, about whom. */
  record People(UUID asker, UUID asked, UUID about) {

    boolean isOwn() {
      return asker.equals(about);
    }

    List<UUID> all() {
      return List.of(asker, asked, about);
    }
  }

  /**
   * Until when, as days of the places of those whom they bind.
   *
   * @param dueAt when the day ends on which it lapses
   * @param opensAt from when on a report reads the answer at the latest; null of oneself
   */
  record Days(LocalDate dueOn, Instant dueAt, @Nullable Instant opensAt) {}

  FeedbackRequest(UUID id, People people, long statusSeen, String question, Days days, Instant at) {
    this.id = id;
    this.askerId = people.asker();
    this.askedId = people.asked();
    this.aboutId = people.about();
    this.statusSeen = statusSeen;
    this.question = question;
    this.dueOn = days.dueOn();
    this.dueAt = days.dueAt();
    this.opensAt = days.opensAt();
    this.opensNamed = days.opensAt();
    this.askedAt = at;
    this.state = OF_REQUESTS.begun(FeedbackRequestState.ASKED);
  }

  /** Answered. */
  public void give(UUID feedback, Instant at) {
    end(FeedbackRequestState.GIVEN, at);
    feedbackId = feedback;
  }

  void decline(Instant at) {
    end(FeedbackRequestState.DECLINED, at);
  }

  void lapse(Instant at) {
    end(FeedbackRequestState.LAPSED, at);
  }

  /** Its answer was taken back, so that it has none, and none is open before the day. */
  void reopen() {
    state = OF_REQUESTS.moved(state, FeedbackRequestState.ASKED);
    feedbackId = null;
    closedAt = null;
    opensAt = opensNamed;
  }

  void openToReport(Instant at) {
    opensAt = at;
  }

  private void end(FeedbackRequestState next, Instant at) {
    state = OF_REQUESTS.moved(state, next);
    closedAt = at;
  }

  /**
   * @throws Problem 409 where it has ended, or its day has
   */
  public void requireOpen(Instant at) {
    if (state != FeedbackRequestState.ASKED || isOver(at)) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "The request is %s, and was due on %s.".formatted(state, dueOn))
          .allowing(List.of());
    }
  }

  boolean isOver(Instant at) {
    return !at.isBefore(dueAt);
  }

  /** Whether the day has come from which on the report may know all of it. */
  boolean isOpenToReport(Instant at) {
    return opensAt == null || !at.isBefore(opensAt);
  }

  Set<FeedbackRequestRelation> relations(UUID person) {
    Set<FeedbackRequestRelation> found = EnumSet.noneOf(FeedbackRequestRelation.class);
    if (askerId.equals(person)) {
      found.add(FeedbackRequestRelation.ASKER);
    }
    if (askedId.equals(person)) {
      found.add(FeedbackRequestRelation.ASKED);
    }
    if (aboutId.equals(person)) {
      found.add(FeedbackRequestRelation.ABOUT);
    }
    return found;
  }

  /**
   * @throws Problem 409 where there is no answer, or none that the day keeps from the report
   */
  void requireClosedToReport(Instant at) {
    if (!allowed(FeedbackRequestRelation.ASKER, at).contains(OPEN)) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "There is no answer that waits for its day.")
          .allowing(List.of());
    }
  }

  /** The operations that it allows one of its people now. */
  List<String> allowed(FeedbackRequestRelation to, Instant at) {
    boolean free =
        switch (to) {
          case ASKED -> state == FeedbackRequestState.ASKED && !isOver(at);
          case ASKER -> state == FeedbackRequestState.GIVEN && !isOpenToReport(at);
          case ABOUT -> false;
        };
    return free ? OF_REQUESTS.operations(state) : List.of();
  }

  /** The audit keeps that a step was taken and by whom; the question stays here. */
  public Fact fact(String step) {
    return Fact.noted(AGGREGATE, id, step, Map.of("state", state, "version", version));
  }

  /** Whether who asks is who it is about. */
  public boolean isOwn() {
    return askerId.equals(aboutId);
  }

  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  public UUID askerId() {
    return askerId;
  }

  public UUID aboutId() {
    return aboutId;
  }

  public UUID askedId() {
    return askedId;
  }

  String question() {
    return question;
  }

  FeedbackRequestState state() {
    return state;
  }

  Instant askedAt() {
    return askedAt;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  Instant dueAt() {
    return dueAt;
  }

  public Optional<Instant> opensAt() {
    return Optional.ofNullable(opensAt);
  }

  Optional<UUID> feedbackId() {
    return Optional.ofNullable(feedbackId);
  }

  Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }
}
