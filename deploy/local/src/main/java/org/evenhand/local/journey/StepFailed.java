package org.evenhand.local.journey;

import org.evenhand.local.process.Trouble;

/** A step of a journey saw something else than it should; the message says step, request, both. */
public final class StepFailed extends Trouble {
  private static final long serialVersionUID = 1L;

  StepFailed(String message) {
    super(message);
  }

  StepFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
