package org.evenhand.review.growth.checklist;

/** What can be done with a checklist. */
public enum ChecklistStep {
  ITEM_CLOSING("closeChecklistItem"),
  BUDDY("nameChecklistBuddy"),
  CANCELLATION("cancelChecklist");

  private final String operation;

  ChecklistStep(String operation) {
    this.operation = operation;
  }

  /** The id of the API's operation. */
  public String operation() {
    return operation;
  }
}
