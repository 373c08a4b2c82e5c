package org.evenhand.analytics.drift;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is concluded about a movement: a difference and how sure it is, never why. */
@Schema(name = "DriftOutcome")
enum DriftOutcome {
  /** Too few people or cycles to conclude anything. */
  INSUFFICIENT,
  NONE,
  /** A size without evidence, evidence without a size, or a small size with evidence. */
  WATCH,
  WARN,
  CRITICAL;

  boolean isWarning() {
    return this == WARN || this == CRITICAL;
  }
}
