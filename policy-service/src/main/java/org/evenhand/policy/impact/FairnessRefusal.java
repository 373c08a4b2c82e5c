package org.evenhand.policy.impact;

/** Why a replay says nothing of a cycle by protected attribute. */
public enum FairnessRefusal {
  NO_ATTRIBUTES("No protected attribute is looked at."),
  NOTHING_PUBLISHED(
      "No figures by protected attribute were published of the cycle, with which it could be"
          + " compared."),
  APPEALS_OPEN(
      "Appeals against ratings of the cycle haven't ended. Ask again afterwards, or say why none is"
          + " needed."),
  NOT_TOLD("What it means by group wasn't told in time. Ask again, or say why none is needed.");

  private final String text;

  FairnessRefusal(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
