package org.evenhand.review.growth.mentoring;

import static org.evenhand.review.growth.mentoring.MentoringLifecycle.OF_MENTORINGS;

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
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** That somebody has asked another to be their mentor, and what comes of it. */
@Entity
@Table(name = "mentoring")
public class Mentoring {

  @Id private UUID id;
  @Version private long version;

  @Column(name = "mentee_id", updatable = false)
  private UUID menteeId;

  @Column(name = "mentor_id", updatable = false)
  private UUID mentorId;

  @Enumerated(EnumType.STRING)
  private MentoringState state;

  private @Nullable String topic;

  @Column(name = "asked_on", updatable = false)
  private LocalDate askedOn;

  /** The last changes of both people's status that were looked at. */
  @Column(name = "status_seen")
  @OptimisticLock(excluded = true)
  private long statusSeen;

  protected Mentoring() {}

  public Mentoring(
      UUID id, UUID mentee, UUID mentor, String topic, LocalDate today, long statusSeen) {
    this.id = id;
    this.menteeId = mentee;
    this.mentorId = mentor;
    this.topic = topic;
    this.askedOn = today;
    this.statusSeen = statusSeen;
    this.state = OF_MENTORINGS.begun(MentoringState.ASKED);
  }

  public void take(MentoringStep step) {
    become(
        switch (step) {
          case AGREEMENT -> MentoringState.AGREED;
          case REFUSAL -> MentoringState.DECLINED;
          case WITHDRAWAL -> MentoringState.WITHDRAWN;
          case BEGINNING -> MentoringState.ACTIVE;
          case ENDING -> MentoringState.ENDED;
        });
  }

  /**
   * Follows the two.
   *
   * @param apart whether one has left, or a line has come between them
   * @param away whether one is away
   * @return whether it is otherwise now
   */
  public boolean follow(boolean apart, boolean away, long seen) {
    statusSeen = seen;
    MentoringState before = state;
    if (apart) {
      become(MentoringState.ENDED);
    } else if (away && state == MentoringState.ACTIVE) {
      become(MentoringState.PAUSED);
    } else if (!away && state == MentoringState.PAUSED) {
      become(MentoringState.ACTIVE);
    }
    return state != before;
  }

  /** Of what is over nobody keeps the words: whoever reads on may lead the other by now. */
  private void become(MentoringState next) {
    state = OF_MENTORINGS.moved(state, next);
    if (state.isOver()) {
      topic = null;
    }
  }

  /**
   * @throws org.evenhand.kit.web.problem.Problem 409 that names what is allowed instead
   */
  public void require(MentoringStep step) {
    OF_MENTORINGS.require(state, step.operation(), CommonProblem.STATE_CONFLICT);
  }

  /** The steps that are both allowed now and open to somebody. */
  public List<String> open(MentoringPart part) {
    List<String> allowed = OF_MENTORINGS.operations(state);
    return Stream.of(MentoringStep.values())
        .filter(step -> step.isOf(part))
        .map(MentoringStep::operation)
        .filter(allowed::contains)
        .toList();
  }

  /** Empty for whoever isn't one of the two. */
  public Optional<MentoringPart> part(UUID person) {
    @Nullable MentoringPart part =
        person.equals(mentorId)
            ? MentoringPart.MENTOR
            : person.equals(menteeId) ? MentoringPart.MENTEE : null;
    return Optional.ofNullable(part);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID menteeId() {
    return menteeId;
  }

  public UUID mentorId() {
    return mentorId;
  }

  public MentoringState state() {
    return state;
  }

  public Optional<String> topic() {
    return Optional.ofNullable(topic);
  }

  public LocalDate askedOn() {
    return askedOn;
  }
}
