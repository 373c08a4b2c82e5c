package org.evenhand.policy.impact;

/** Why a replay says nothing of a cycle by protected attribute. */
public enum FairnessRefusal {
  NO_ATTRIBUTES("No protected attribute is looked at."),
  NOTHING_PUBLISHED(
      "No figures by protected attribute were published of the cycle, with which it could be"
          + " compared."),
  NOT_TOLD("It wasn't told in time by which groups it would have changed what.");

  private final String text;

  FairnessRefusal(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
