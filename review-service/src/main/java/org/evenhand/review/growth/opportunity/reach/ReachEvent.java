package org.evenhand.review.growth.opportunity.reach;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;

/**
 * How far some of those came who could have applied for an opportunity. For our audit of access
 * alone: no subscriber hears who applied.
 *
 * @param part from 1 on, of so many parts
 * @param past whether another system has told it: whoever sent it has chosen who could have applied
 */
record ReachEvent(
    UUID opportunityId,
    OpportunityKind kind,
    LocalDate decidedOn,
    int part,
    int parts,
    boolean past,
    List<Person> people) {

  private static final String TOPIC = "evenhand.internal.opportunities";
  private static final String TYPE = "org.evenhand.opportunity.reached.v1";

  /** Of one person, the furthest that any of their applications came. */
  record Person(UUID employeeId, Stage stage) {}

  OutboxEvent event() {
    String id = opportunityId.toString();
    return new OutboxEvent(TOPIC, TYPE, id, id, part, this);
  }
}
