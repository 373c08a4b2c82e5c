package org.evenhand.review.growth.checklist.work;

import org.evenhand.review.growth.checklist.ItemState;

/** How an item is closed. */
enum ItemOutcome {
  DONE(ItemState.DONE),
  NOT_NEEDED(ItemState.NOT_NEEDED);

  private final ItemState state;

  ItemOutcome(ItemState state) {
    this.state = state;
  }

  ItemState state() {
    return state;
  }
}
