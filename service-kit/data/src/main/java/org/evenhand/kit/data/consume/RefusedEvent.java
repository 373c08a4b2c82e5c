package org.evenhand.kit.data.consume;

/**
 * An event that will never be taken in as it is. The reason travels in a header of the dead letter,
 * so it says what is wrong and quotes nothing of a person.
 */
public class RefusedEvent extends RuntimeException {

  public RefusedEvent(String reason) {
    super(reason);
  }

  public RefusedEvent(String reason, Throwable cause) {
    super(reason, cause);
  }
}
