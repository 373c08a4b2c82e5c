package org.evenhand.review.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** That one person does some of another's work for some days, in their place. */
@Entity
@Table(name = "delegation")
class Delegation {

  @Id private UUID id;

  @Version private long version;

  @Column(name = "from_id")
  private UUID from;

  @Column(name = "to_id")
  private UUID to;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<DelegatedWork> kinds;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_by")
  private @Nullable UUID revokedBy;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  protected Delegation() {}

  /**
   * @param days from the first to the last, both included
   */
  Delegation(
      UUID id, UUID from, UUID to, List<DelegatedWork> kinds, Days days, UUID by, Instant at) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.kinds = List.copyOf(kinds);
    this.firstDay = days.first();
    this.lastDay = days.last();
    this.createdBy = by;
    this.createdAt = at;
  }

  /** The days of a delegation, both included. */
  record Days(LocalDate first, LocalDate last) {}

  /**
   * @throws Problem 409 when it is over already
   */
  void revoke(UUID by, Instant at, LocalDate today) {
    if (!state(today).isOpen()) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT, "The delegation is %s.".formatted(state(today)))
          .allowing(List.of());
    }
    revokedBy = by;
    revokedAt = at;
  }

  DelegationState state(LocalDate today) {
    if (revokedAt != null) {
      return DelegationState.REVOKED;
    }
    if (today.isBefore(firstDay)) {
      return DelegationState.PLANNED;
    }
    return today.isAfter(lastDay) ? DelegationState.OVER : DelegationState.IN_FORCE;
  }

  boolean isBetween(UUID person) {
    return from.equals(person) || to.equals(person);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  UUID from() {
    return from;
  }

  UUID to() {
    return to;
  }

  List<DelegatedWork> kinds() {
    return kinds;
  }

  LocalDate firstDay() {
    return firstDay;
  }

  LocalDate lastDay() {
    return lastDay;
  }

  UUID createdBy() {
    return createdBy;
  }

  Instant createdAt() {
    return createdAt;
  }

  Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }
}
