package org.evenhand.analytics.access;

import java.util.UUID;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * What was published of a kind of opportunities and a year.
 *
 * @param number in the order in which all audits were published
 * @param opportunities how many were decided
 * @param incomplete how many more were of which not all was told, so that nobody counts in them
 * @param furthest how many people came to each stage and no further
 */
public record Audit(
    int number,
    OpportunityKind kind,
    AuditYear year,
    long opportunities,
    long incomplete,
    LevelCounts furthest) {

  /** The same for whoever reads the topic anew. */
  public UUID id() {
    return year.auditId(kind);
  }

  /** As people call what was decided, for example {@code STRETCH 2026}. */
  public String key() {
    return kind + " " + year.year();
  }
}
