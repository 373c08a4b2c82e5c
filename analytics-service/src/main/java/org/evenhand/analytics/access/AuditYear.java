package org.evenhand.analytics.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A calendar year of decisions. Ids follow from what they are of, so that whoever reads the topic
 * anew finds the same.
 */
public record AuditYear(int year) {

  public UUID id() {
    return id("access " + year);
  }

  UUID auditId(OpportunityKind kind) {
    return id("access " + year + " " + kind);
  }

  /** A month after its end, so that what was decided last has come in. */
  LocalDate publishOn() {
    return LocalDate.of(year + 1, Month.FEBRUARY, 1);
  }

  /** The day has begun everywhere by noon of UTC, but for some islands. */
  Instant publishAt() {
    return publishOn().atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
