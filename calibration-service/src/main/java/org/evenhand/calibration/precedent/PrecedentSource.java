package org.evenhand.calibration.precedent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose review a precedent comes from. What was written as fiction has none. */
@Entity
@Table(name = "precedent_source")
public class PrecedentSource {

  @Id private UUID precedentId;
  private UUID reviewId;
  private UUID employeeId;
  private @Nullable LocalDate objectableUntil;
  private boolean away;
  private boolean objected;

  protected PrecedentSource() {}

  public PrecedentSource(UUID precedentId, UUID reviewId, UUID employeeId) {
    this.precedentId = precedentId;
    this.reviewId = reviewId;
    this.employeeId = employeeId;
  }

  /**
   * @param until the last day on which they may object; it moves later only
   * @param nowAway whether they can't read it now
   */
  public void ask(LocalDate until, boolean nowAway) {
    objectableUntil = until;
    away = nowAway;
  }

  public void object() {
    objected = true;
    objectableUntil = null;
  }

  public UUID precedentId() {
    return precedentId;
  }

  public UUID reviewId() {
    return reviewId;
  }

  public UUID employeeId() {
    return employeeId;
  }

  public Optional<LocalDate> objectableUntil() {
    return Optional.ofNullable(objectableUntil);
  }

  /** Whether they were away at any time while they were asked: then they are asked anew. */
  public boolean away() {
    return away;
  }

  public boolean objected() {
    return objected;
  }
}
