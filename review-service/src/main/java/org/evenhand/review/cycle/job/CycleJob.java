package org.evenhand.review.cycle.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a job that goes through all people of a cycle has come. A chunk and its new position
 * commit together, so that a stop in between costs one chunk of time and nothing else.
 */
@Entity
@Table(name = "cycle_work")
public class CycleJob {

  /** Which job. */
  public enum Kind {
    OPENING,
    SHARING,
    CANCELLATION
  }

  /** Each kind runs once at a time in a cycle. */
  @Embeddable
  public record Id(
      @Column(name = "cycle_id") UUID cycleId,
      @Enumerated(EnumType.STRING) @Column(name = "kind") Kind kind) {}

  @EmbeddedId private Id id;

  private @Nullable UUID position;

  private long total;

  private long done;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  protected CycleJob() {}

  public CycleJob(UUID cycleId, Kind kind) {
    this.id = new Id(cycleId, kind);
    this.startedAt = Instant.EPOCH;
  }

  /** Begins, or begins anew once it has finished. */
  public void begin(Instant at) {
    position = null;
    total = 0;
    done = 0;
    startedAt = at;
    finishedAt = null;
  }

  /**
   * @param more what this chunk has done
   * @param last where the next chunk goes on
   */
  public void advance(long more, UUID last) {
    done += more;
    total = Math.max(total, done);
    position = last;
  }

  /** States how many there will be, once it is known. */
  public void expect(long expected) {
    total = expected;
  }

  public void finish(Instant at) {
    finishedAt = at;
  }

  public Optional<UUID> position() {
    return Optional.ofNullable(position);
  }

  public long total() {
    return total;
  }

  public long done() {
    return done;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  public Kind kind() {
    return id.kind();
  }
}
