package org.evenhand.analytics.publication;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.counts.Origin;
import org.jspecify.annotations.Nullable;

/** When something of a cycle is published: at moments that everybody knows beforehand. */
@Schema(
    name = "ReleaseMoment",
    description =
        "CALIBRATION_STARTED: calibration of the cycle begins. SHARING_PROPOSED: one side proposes"
            + " to share the results, which are judged. CLOSED: the cycle is closed, with what"
            + " appeals have changed. IMPORTED: a year from another system has been still.")
public enum Moment {
  CALIBRATION_STARTED,
  SHARING_PROPOSED,
  CLOSED,
  IMPORTED;

  /**
   * What comes after the last edition of a cycle.
   *
   * @param last its moment; null before the first
   */
  static Optional<Moment> after(@Nullable Moment last, Origin origin) {
    if (last == null) {
      return Optional.of(origin == Origin.HISTORY ? IMPORTED : CALIBRATION_STARTED);
    }
    return switch (last) {
      case CALIBRATION_STARTED -> Optional.of(SHARING_PROPOSED);
      case SHARING_PROPOSED -> Optional.of(CLOSED);
      case CLOSED, IMPORTED -> Optional.empty();
    };
  }
}
