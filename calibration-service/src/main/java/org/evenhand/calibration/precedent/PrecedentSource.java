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
  private boolean objected;

  protected PrecedentSource() {}

  public PrecedentSource(UUID precedentId, UUID reviewId, UUID employeeId) {
    this.precedentId = precedentId;
    this.reviewId = reviewId;
    this.employeeId = employeeId;
  }

  /** The last day on which they may object; it moves later only. */
  public void ask(LocalDate until) {
    objectableUntil = until;
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

  public boolean objected() {
    return objected;
  }
}
