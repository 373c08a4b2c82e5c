package org.evenhand.analytics.finding.judgement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;

/**
 * That the audits of a year are published, and no more of it is counted: whoever takes in
 * opportunities of past years has to know. The payload of {@code access-year.published}.
 */
record YearPublished(UUID yearId, int year, Instant publishedAt) {

  private static final String PUBLISHED = "org.evenhand.access-year.published.v1";

  /** A year is published once. */
  private static final long ONLY = 1;

  Fact fact() {
    String id = yearId.toString();
    return Fact.told(
        "access-year",
        yearId,
        "published",
        Map.of("year", year),
        new OutboxEvent(FindingEvents.TOPIC, PUBLISHED, id, id, ONLY, this));
  }
}
