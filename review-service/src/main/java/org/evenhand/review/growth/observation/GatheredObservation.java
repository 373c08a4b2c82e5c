package org.evenhand.review.growth.observation;

import static org.evenhand.review.growth.observation.ObservationLifecycle.OF_OBSERVATIONS;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw of a person, or a person of themself. Its words never change: whoever was told
 * of it can rely on what they read.
 */
@Entity
@Table(name = "observation")
class GatheredObservation {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "author_id", updatable = false)
  private UUID authorId;

  @Column(name = "subject_id", updatable = false)
  private UUID subjectId;

  @Column(updatable = false)
  private String criterion;

  @Column(name = "observed_on", updatable = false)
  private LocalDate observedOn;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Enumerated(EnumType.STRING)
  private ObservationState state;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable ObservedWords words;

  @Column(name = "told_at")
  private @Nullable Instant toldAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Reply reply;

  /** Which review the reviewer cites it in. */
  @Column(name = "review_id")
  private @Nullable UUID reviewId;

  @Column(name = "cited_at")
  private @Nullable Instant citedAt;

  /** Which review the reviewee cites it in. */
  @Column(name = "self_review_id")
  private @Nullable UUID selfReviewId;

  @Column(name = "self_cited_at")
  private @Nullable Instant selfCitedAt;

  protected GatheredObservation() {}

  GatheredObservation(
      UUID id,
      UUID authorId,
      UUID subjectId,
      String criterion,
      LocalDate observedOn,
      ObservedWords words,
      Instant at) {
    this.id = id;
    this.authorId = authorId;
    this.subjectId = subjectId;
    this.criterion = criterion;
    this.observedOn = observedOn;
    this.recordedAt = at;
    this.state = OF_OBSERVATIONS.begun(ObservationState.KEPT);
    this.words = words;
  }

  /** From now on the person reads it, and whoever reviews them. */
  void tell(Instant at) {
    toldAt = at;
  }

  void reply(Reply said) {
    reply = said;
  }

  /** Each side cites once, and takes nothing from the other by it. */
  void cite(CitingSide side, UUID review, Instant at) {
    become(ObservationState.CITED);
    set(side, new Citation(review, at));
  }

  /** The review is cancelled: what rested on it can serve another. */
  void release(UUID review) {
    for (CitingSide side : CitingSide.values()) {
      if (citation(side).filter(cited -> cited.reviewId().equals(review)).isPresent()) {
        set(side, null);
      }
    }
    if (state == ObservationState.CITED && citations().isEmpty()) {
      become(ObservationState.KEPT);
    }
  }

  private void set(CitingSide side, @Nullable Citation citation) {
    UUID review = citation == null ? null : citation.reviewId();
    Instant at = citation == null ? null : citation.at();
    switch (side) {
      case SELF -> {
        selfReviewId = review;
        selfCitedAt = at;
      }
      case REVIEWER -> {
        reviewId = review;
        citedAt = at;
      }
    }
  }

  /** What is taken back is gone, not hidden. */
  void withdraw() {
    become(ObservationState.WITHDRAWN);
    words = null;
    reply = null;
  }

  private void become(ObservationState next) {
    state = OF_OBSERVATIONS.moved(state, next);
  }

  /** What the state allows, whoever asks: nothing is cited before the person was told of it. */
  Set<ObservationAction> allowed() {
    Set<ObservationAction> actions = EnumSet.noneOf(ObservationAction.class);
    List<String> operations = OF_OBSERVATIONS.operations(state);
    for (ObservationAction action : ObservationAction.values()) {
      if (operations.contains(action.operation()) && isReadyFor(action)) {
        actions.add(action);
      }
    }
    return actions;
  }

  private boolean isReadyFor(ObservationAction action) {
    return switch (action) {
      case TELLING -> toldAt == null;
      case REPLY -> toldAt != null && !isOwn();
      case CITATION ->
          (toldAt != null || isOwn()) && citations().size() < CitingSide.values().length;
      case WITHDRAWAL -> true;
    };
  }

  /**
   * @throws Problem 409 that names what is allowed instead
   */
  void require(ObservationAction action) {
    Set<ObservationAction> allowed = allowed();
    if (!allowed.contains(action)) {
      throw conflict(
          "An observation that is %s and %s does not allow %s."
              .formatted(state, toldAt == null ? "untold" : "told", action.operation()),
          allowed);
    }
  }

  /**
   * @throws Problem 409 where this side has cited it already
   */
  void requireUncited(CitingSide side) {
    if (citation(side).isPresent()) {
      Set<ObservationAction> others = allowed();
      others.remove(ObservationAction.CITATION);
      throw conflict("It is cited once by each side, and %s has.".formatted(side), others);
    }
  }

  private static Problem conflict(String why, Set<ObservationAction> allowed) {
    return Problem.of(CommonProblem.STATE_CONFLICT, why)
        .allowing(allowed.stream().map(ObservationAction::operation).toList());
  }

  /** Whether the person wrote it about themself. */
  boolean isOwn() {
    return authorId.equals(subjectId);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID authorId() {
    return authorId;
  }

  UUID subjectId() {
    return subjectId;
  }

  String criterion() {
    return criterion;
  }

  LocalDate observedOn() {
    return observedOn;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  ObservationState state() {
    return state;
  }

  Optional<ObservedWords> words() {
    return Optional.ofNullable(words);
  }

  Optional<Instant> toldAt() {
    return Optional.ofNullable(toldAt);
  }

  Optional<Reply> reply() {
    return Optional.ofNullable(reply);
  }

  Optional<Citation> citation(CitingSide side) {
    return switch (side) {
      case SELF -> citation(selfReviewId, selfCitedAt);
      case REVIEWER -> citation(reviewId, citedAt);
    };
  }

  /** By side; empty where no review rests on it. */
  Map<CitingSide, Citation> citations() {
    Map<CitingSide, Citation> citations = new EnumMap<>(CitingSide.class);
    for (CitingSide side : CitingSide.values()) {
      citation(side).ifPresent(cited -> citations.put(side, cited));
    }
    return citations;
  }

  private static Optional<Citation> citation(@Nullable UUID review, @Nullable Instant at) {
    return review == null || at == null ? Optional.empty() : Optional.of(new Citation(review, at));
  }
}
