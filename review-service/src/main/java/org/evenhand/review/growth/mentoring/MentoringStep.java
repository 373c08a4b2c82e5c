package org.evenhand.review.growth.mentoring;

/** What can be done with a mentoring, and by whom. */
public enum MentoringStep {
  AGREEMENT("agreeMentoring", "agreed", true, false),
  REFUSAL("declineMentoring", "declined", true, false),
  WITHDRAWAL("withdrawMentoring", "withdrawn", false, true),
  BEGINNING("beginMentoring", "begun", true, true),
  ENDING("endMentoring", "ended", true, true);

  private final String operation;
  private final String word;
  private final boolean mentors;
  private final boolean mentees;

  MentoringStep(String operation, String word, boolean mentors, boolean mentees) {
    this.operation = operation;
    this.word = word;
    this.mentors = mentors;
    this.mentees = mentees;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }

  /** How the audit trail names it. */
  public String word() {
    return word;
  }

  public boolean isOf(MentoringPart part) {
    return switch (part) {
      case MENTOR -> mentors;
      case MENTEE -> mentees;
      case HR -> false;
    };
  }
}
