package org.evenhand.review.replay.work;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.replay.Result;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How far the replay of one cycle has come. A chunk's counts and its position commit together, so
 * that nobody is counted twice.
 */
@Entity
@Table(name = "replayed_cycle")
class ReplayedCycle {

  /** Where it stands. */
  enum Stage {
    WAITING,
    REVIEWS,
    /** Those without a review, who may be eligible now. */
    POPULATION,
    HISTORY,
    /** It is counted, and analytics-service gets what is told of each review's block. */
    PASSING_ON,
    COUNTED,
    REFUSED;

    boolean isOver() {
      return this == COUNTED || this == REFUSED;
    }
  }

  /** A cycle of a replay. */
  @Embeddable
  record Id(@Column(name = "replay_id") UUID replayId, @Column(name = "cycle_id") UUID cycleId) {}

  @EmbeddedId private Id id;

  /** In which order the cycles were asked for. */
  @Column(name = "place")
  private int place;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  private @Nullable UUID position;

  private long total;

  private long done;

  /** How many parts have been passed on. */
  @Column(name = "part")
  private int part;

  /** The place among all that were counted of this cycle; later ones go by it. */
  @Column(name = "turn")
  private @Nullable Integer turn;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Result result;

  protected ReplayedCycle() {}

  ReplayedCycle(UUID replayId, UUID cycleId, int place) {
    this.id = new Id(replayId, cycleId);
    this.place = place;
    this.stage = Stage.WAITING;
  }

  void refuse(Result why) {
    result = why;
    turn = null;
    stage = Stage.REFUSED;
  }

  void begin(Stage first, long expected) {
    stage = first;
    total = expected;
  }

  void advance(int more, UUID last) {
    done += more;
    position = last;
  }

  void lookAtThePopulation() {
    stage = Stage.POPULATION;
    position = null;
  }

  /**
   * @param at the place among all that were counted of this cycle
   */
  void finish(int at, Result counted) {
    turn = at;
    result = counted;
    position = null;
    stage = counted.refusal() == null ? Stage.PASSING_ON : Stage.COUNTED;
  }

  /** The number of the part that is passed on next, from 1 on. */
  int nextPart() {
    part++;
    return part;
  }

  void passedOn() {
    stage = Stage.COUNTED;
  }

  /** Of a hundred; it is over with the last one only. */
  int percent() {
    return stage.isOver() ? 100 : (int) Math.min(99, 100 * done / Math.max(1, total));
  }

  UUID cycleId() {
    return id.cycleId();
  }

  UUID replayId() {
    return id.replayId();
  }

  Stage stage() {
    return stage;
  }

  Optional<UUID> position() {
    return Optional.ofNullable(position);
  }

  Optional<Result> result() {
    return Optional.ofNullable(result);
  }
}
