package org.evenhand.analytics.register;

/** The right to contest, and where. */
final class Contest {

  static final String GROUP =
      "Anyone who is counted may contest it to an hr-lead, who can have everything counted anew"
          + " (POST /v1/rebuilds) and owes an answer.";

  static final String TOLD_ONCE =
      "Anyone who is counted may contest it to an hr-lead, who owes an answer. It was counted once,"
          + " as things stood on the day on which it was published.";

  static final String RATER =
      "The manager may contest it in writing (POST /v1/rater-objections); nobody else sees it"
          + " until an hr-lead has answered in writing, who can have everything counted anew"
          + " (POST /v1/rebuilds).";

  static final String DECLARED =
      "Anyone who is counted may contest it to an hr-lead, who can have everything counted anew"
          + " (POST /v1/rebuilds) and owes an answer. What you declared of yourself you see and"
          + " withdraw yourself (/v1/demographics/me).";

  static final String SESSION =
      "Members of the session may contest it there, before anything is decided, and later to an"
          + " hr-lead, who owes an answer. It changes no rating by itself; whoever was rated may"
          + " contest what was decided when they acknowledge their result.";

  private Contest() {}
}
