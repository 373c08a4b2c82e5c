package org.evenhand.analytics.objection;

import static org.evenhand.analytics.objection.ObjectionLifecycle.OF_OBJECTIONS;

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
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A manager objects to their own profile of a cycle. It carries the key of its cycle, because
 * cycles are counted anew by a rebuild and objections aren't.
 */
@Entity
@Table(name = "rater_objection")
public class Objection {

  /** The audit's name for an objection. */
  public static final String AGGREGATE = "rater-objection";

  @Id private UUID id;

  @Version private long version;

  @Column(name = "cycle_id")
  private UUID cycleId;

  @Column(name = "cycle_key")
  private String cycleKey;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Column(name = "rater_id")
  private UUID raterId;

  @Enumerated(EnumType.STRING)
  private ObjectionState state;

  private String words;

  @Column(name = "filed_at")
  private Instant filedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Reply reply;

  protected Objection() {}

  Objection(UUID id, Cycle cycle, UUID raterId, String words, Instant now) {
    this.id = id;
    this.cycleId = cycle.id();
    this.cycleKey = cycle.key();
    this.origin = cycle.origin();
    this.raterId = raterId;
    this.state = OF_OBJECTIONS.begun(ObjectionState.OPEN);
    this.words = words;
    this.filedAt = now;
  }

  /**
   * Answers and closes it.
   *
   * @throws Problem STATE_CONFLICT when it was answered before, because an answer is final
   */
  void answer(Reply given) {
    if (allowed().isEmpty()) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "An objection that is " + state + " has had its answer.")
          .allowing(allowed());
    }
    reply = given;
    state = OF_OBJECTIONS.moved(state, given.outcome().state());
  }

  /** The operations that this state allows to anyone. */
  List<String> allowed() {
    return OF_OBJECTIONS.operations(state);
  }

  /** The view for a reader who may know of it. */
  ObjectionView view(Reader reader) {
    return new ObjectionView(
        id,
        new CycleView(cycleId, cycleKey, origin),
        PersonRef.of(raterId),
        state,
        words,
        filedAt,
        reply == null ? null : ObjectionView.AnswerView.of(reply),
        actions(reader));
  }

  /** The operations that this state allows to a reader who may know of it. */
  public List<String> actions(Reader reader) {
    return reader.answers(raterId) ? allowed() : List.of();
  }

  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID raterId() {
    return raterId;
  }

  public ObjectionState state() {
    return state;
  }
}
