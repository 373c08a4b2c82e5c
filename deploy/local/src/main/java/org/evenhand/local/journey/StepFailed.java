package org.evenhand.local.journey;

/** A step of a journey saw something else than it should; the message says step, request, both. */
public final class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;

  StepFailed(String message) {
    super(message);
    this.message = message;
  }

  StepFailed(String message, Throwable cause) {
    super(message, cause);
    this.message = message;
  }

  @Override
  public String toString() {
    return message;
  }
}
