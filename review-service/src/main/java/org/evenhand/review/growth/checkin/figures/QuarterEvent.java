package org.evenhand.review.growth.checkin.figures;

import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;

/**
 * The check-ins of some units in a quarter, in numbers. For our figures alone.
 *
 * @param quarter such as 2027-Q1
 * @param part from 1 on, of so many parts
 */
record QuarterEvent(String quarter, int part, int parts, List<CountedUnit> units) {

  private static final String TOPIC = "evenhand.internal.check-ins";
  private static final String TYPE = "org.evenhand.check-ins.counted.v1";

  OutboxEvent of(UUID id) {
    return new OutboxEvent(TOPIC, TYPE, id.toString(), id.toString(), part, this);
  }
}
