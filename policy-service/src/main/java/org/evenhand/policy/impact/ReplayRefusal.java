package org.evenhand.policy.impact;

/** Why a cycle isn't replayed. */
public enum ReplayRefusal {
  UNKNOWN("There is no such cycle."),
  NOT_CLOSED("The cycle isn't closed yet."),
  OTHER_POLICY("The cycle rated under another policy."),
  TOO_OLD("The cycle ended more than three years ago."),
  OTHER_SCALE("The mapping has another number of levels than the cycle's scale."),
  TOO_FEW(
      "Fewer than ten people are on levels of five or more, or all are on one level, before or"
          + " under the draft."),
  TOO_OFTEN("The cycle was replayed as often as can be."),
  FAILED("Counting it has failed. Ask again, or say why none is needed.");

  private final String text;

  ReplayRefusal(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
