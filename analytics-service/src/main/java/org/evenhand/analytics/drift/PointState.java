package org.evenhand.analytics.drift;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a cycle of a series has figures, or why it has none. */
@Schema(name = "DriftPointState")
enum PointState {
  SHOWN,
  SUPPRESSED,
  GATHERING,
  NO_RATINGS
}
