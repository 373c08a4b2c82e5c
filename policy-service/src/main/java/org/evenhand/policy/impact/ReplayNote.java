package org.evenhand.policy.impact;

/** What of a cycle can't be replayed. */
public enum ReplayNote {
  CALIBRATION_LEFT_OUT(
      "What the reviewers concluded is replayed. What sessions and appeals have changed since is"
          + " left out."),
  COARSE(
      "What fewer than five people of a group come to is told as what most of them come to, and"
          + " groups of fewer than five are left out. More may change than is told, or less: the"
          + " more so the smaller the cycle is and the more often it was replayed."),
  OVERALL_CHOSEN(
      "Under the draft reviewers choose the overall. What they would have chosen can't be said: the"
          + " overall that was concluded is put on the scale of the draft."),
  CRITERIA_WITHOUT_PAST(
      "Nothing of the past stands for some criteria of the draft. The weights of the others alone"
          + " count."),
  NOTHING_WEIGHED(
      "Nothing of the past stands for any criterion that has a weight in the draft. The weights are"
          + " not replayed: the overall that was concluded is put on the scale of the draft."),
  CRITERIA_UNKNOWN("The mapping names criteria that this cycle didn't have."),
  ELIGIBILITY_BY_PRESENT_DATA(
      "Who enters or leaves is told by the present types of workers, without people who have left,"
          + " and without those whose review ended without a rating."),
  SCALE_ALONE(
      "These ratings were imported: only the scale and the level from which on they are favourable"
          + " are replayed.");

  private final String text;

  ReplayNote(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
