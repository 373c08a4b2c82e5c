package org.evenhand.analytics.quarterly;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether there are figures of a quarter. */
@Schema(name = "QuarterState")
public enum QuarterState {
  SHOWN,
  NOT_PUBLISHED
}
