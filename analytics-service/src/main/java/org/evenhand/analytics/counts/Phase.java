package org.evenhand.analytics.counts;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which ordinal of a review is counted: the one its reviewer gave, or the one that stands once its
 * calibration is settled. A rating from another system counts in both.
 */
@Schema(name = "CalibrationPhase")
public enum Phase {
  BEFORE("SUBMITTED"),
  AFTER("CALIBRATED", "NOT_CALIBRATED");

  private final List<String> stages;

  Phase(String... stages) {
    this.stages = List.of(stages);
  }

  /** The stages of completion at which a review counts in this phase. */
  List<String> stages() {
    return stages;
  }
}
