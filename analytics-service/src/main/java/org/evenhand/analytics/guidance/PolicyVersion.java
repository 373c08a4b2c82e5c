package org.evenhand.analytics.guidance;

import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/** What analytics reads of a policy version that is announced or takes effect. */
record PolicyVersion(
    @Nullable UUID policyId, @Nullable Integer version, @Nullable Content content) {

  record Content(@Nullable Scale scale, @Nullable Calibration calibration) {}

  record Scale(@Nullable List<Level> levels) {}

  record Level(int ordinal) {}

  /** Without it, or without guidance in it, a version expects nothing. */
  record Calibration(@Nullable List<GuidedLevel> guidance) {}

  /**
   * The row to keep.
   *
   * @throws RefusedEvent when a field is missing, or no distribution could be as it says
   */
  PolicyGuidance toRow() {
    if (policyId == null || version == null || content == null) {
      throw new RefusedEvent("An announced policy version names itself and has a content");
    }
    if (content.scale() == null || content.scale().levels() == null) {
      throw new RefusedEvent("The content of a policy version has a scale with levels");
    }
    try {
      return new PolicyGuidance(
          policyId, version, content.scale().levels().size(), guided(content));
    } catch (IllegalArgumentException e) {
      throw new RefusedEvent(String.valueOf(e.getMessage()), e);
    }
  }

  private static List<GuidedLevel> guided(Content content) {
    Calibration calibration = content.calibration();
    return calibration == null || calibration.guidance() == null
        ? List.of()
        : calibration.guidance();
  }
}
