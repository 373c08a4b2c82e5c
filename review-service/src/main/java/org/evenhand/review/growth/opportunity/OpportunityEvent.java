package org.evenhand.review.growth.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.jspecify.annotations.Nullable;

/** What subscribers hear of an opportunity: numbers, and nobody. */
public interface OpportunityEvent {

  /** That people can apply. */
  record Posted(
      UUID opportunityId,
      OpportunityKind kind,
      String orgUnit,
      int places,
      LocalDate openUntil,
      Instant at)
      implements OpportunityEvent {}

  /**
   * That everybody who applied has been told.
   *
   * @param offered whether anybody was offered it
   */
  record Decided(
      UUID opportunityId,
      OpportunityKind kind,
      String orgUnit,
      boolean offered,
      @Nullable Integer eligible,
      @Nullable Integer applied,
      Instant at)
      implements OpportunityEvent {}

  /** That it is offered no more. */
  record Withdrawn(UUID opportunityId, OpportunityKind kind, String orgUnit, Instant at)
      implements OpportunityEvent {}
}
