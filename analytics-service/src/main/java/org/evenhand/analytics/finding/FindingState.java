package org.evenhand.analytics.finding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far HR and managers have come with a finding; {@link FindingLifecycle} says what leads where.
 */
@Schema(name = "FindingState")
public enum FindingState {
  /** To be known; nobody has to answer it. */
  NOTED,
  /** Waits for a joint response. */
  RAISED,
  /** Both sides have said what they do about it. */
  ANSWERED,
  /** A later judgement took its place, or no longer reached a warning. */
  CLEARED
}
