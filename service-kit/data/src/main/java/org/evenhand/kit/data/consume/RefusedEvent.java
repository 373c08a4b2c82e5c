package org.evenhand.kit.data.consume;

/**
 * An event that can never be handled as it is. The reason goes into a header of the dead letter, so
 * it says what is wrong and quotes nothing about a person.
 */
public class RefusedEvent extends RuntimeException {

  public RefusedEvent(String reason) {
    super(reason);
  }

  public RefusedEvent(String reason, Throwable cause) {
    super(reason, cause);
  }
}
