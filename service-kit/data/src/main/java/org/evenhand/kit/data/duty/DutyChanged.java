package org.evenhand.kit.data.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;

/**
 * What other services learn of a duty: that it is there and how it stands, never who owes it or
 * what about.
 */
record DutyChanged(
    UUID id,
    String kind,
    Side side,
    LocalDate dueOn,
    DutyState state,
    int step,
    boolean late,
    Instant changedAt) {

  private static final String TOPIC = "evenhand.internal.duties";
  private static final String TYPE = "org.evenhand.duty.changed.v1";

  static OutboxEvent event(Duty duty, Instant now) {
    String id = duty.id().toString();
    return new OutboxEvent(
        TOPIC,
        TYPE,
        id,
        id,
        duty.version(),
        new DutyChanged(
            duty.id(),
            duty.kind().name(),
            duty.matter().side(),
            duty.deadline().on(),
            duty.course().state(),
            duty.course().step(),
            duty.isLate(now),
            now));
  }
}
