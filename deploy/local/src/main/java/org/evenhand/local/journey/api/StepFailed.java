package org.evenhand.local.journey.api;

import org.evenhand.local.process.Trouble;

/**
 * A step of a journey saw something unexpected; the message says the step, the request, what was
 * expected and what was seen.
 */
public final class StepFailed extends Trouble {
  private static final long serialVersionUID = 1L;

  public StepFailed(String message) {
    super(message);
  }

  public StepFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
