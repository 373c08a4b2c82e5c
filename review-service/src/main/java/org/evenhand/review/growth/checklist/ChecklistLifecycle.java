package org.evenhand.review.growth.checklist;

import static org.evenhand.review.growth.checklist.ChecklistState.CANCELLED;
import static org.evenhand.review.growth.checklist.ChecklistState.DONE;
import static org.evenhand.review.growth.checklist.ChecklistState.LAPSED;
import static org.evenhand.review.growth.checklist.ChecklistState.OPEN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/** The way of a checklist. By itself it lapses, and ends with its assignment. */
public final class ChecklistLifecycle implements LifecycleSource {

  static final Lifecycle<ChecklistState> OF_CHECKLISTS =
      Lifecycle.startingAt(OPEN)
          .may(OPEN, ChecklistStep.ITEM_CLOSING.operation(), OPEN, DONE)
          .may(OPEN, ChecklistStep.BUDDY.operation())
          .may(OPEN, ChecklistStep.CANCELLATION.operation(), CANCELLED)
          .becomes(OPEN, CANCELLED)
          .becomes(OPEN, LAPSED)
          .build();

  @Override
  public String schema() {
    return "ChecklistView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_CHECKLISTS;
  }
}
