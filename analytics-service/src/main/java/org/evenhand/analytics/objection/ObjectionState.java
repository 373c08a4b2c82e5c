package org.evenhand.analytics.objection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an objection has come; {@link ObjectionLifecycle} says what leads where. */
@Schema(name = "RaterObjectionState")
public enum ObjectionState {
  /** Waits for its answer; meanwhile nobody but the manager sees the profile's figures. */
  OPEN,
  /** The profile of this cycle stays out of others' sight. */
  UPHELD,
  /** It is shown again, with the mark that it was contested. */
  DECLINED
}
