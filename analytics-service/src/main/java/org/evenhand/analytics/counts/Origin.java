package org.evenhand.analytics.counts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a cycle's ratings came about here or were taken in from another system. What is judged of
 * a year's opportunities is no cycle, and stands beside these.
 */
@Schema(name = "CycleOrigin")
public enum Origin {
  LIVE,
  HISTORY,
  OPPORTUNITIES
}
