package org.evenhand.kit.web.startup;

/**
 * A setting that is wrong for production.
 *
 * @param property as it is written in {@code application.properties}
 * @param words what the fault would cause, and what to set; never the value, which may be a secret
 */
public record Fault(Severity severity, String property, String words) {

  public enum Severity {
    /** Ends the start. */
    SEVERE,
    /** Is logged. */
    WARNING
  }

  public static Fault severe(String property, String words) {
    return new Fault(Severity.SEVERE, property, words);
  }

  public static Fault warning(String property, String words) {
    return new Fault(Severity.WARNING, property, words);
  }

  @Override
  public String toString() {
    return property + ": " + words;
  }
}
