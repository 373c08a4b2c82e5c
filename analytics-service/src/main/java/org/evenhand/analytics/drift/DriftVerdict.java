package org.evenhand.analytics.drift;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conclusion with its reasons and what would clear it, in words. */
@Schema(name = "DriftVerdict")
record DriftVerdict(DriftOutcome outcome, List<String> reasons, List<String> clearedBy) {

  DriftVerdict {
    reasons = List.copyOf(reasons);
    clearedBy = List.copyOf(clearedBy);
  }

  static DriftVerdict insufficient(String reason, String clearedBy) {
    return new DriftVerdict(DriftOutcome.INSUFFICIENT, List.of(reason), List.of(clearedBy));
  }
}
