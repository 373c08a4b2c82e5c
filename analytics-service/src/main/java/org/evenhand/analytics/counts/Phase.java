package org.evenhand.analytics.counts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which ordinal of a review is counted: the one its reviewer gave, or the one that stands once its
 * calibration is settled. A rating from another system counts in both.
 */
@Schema(name = "CalibrationPhase")
public enum Phase {
  BEFORE,
  AFTER
}
