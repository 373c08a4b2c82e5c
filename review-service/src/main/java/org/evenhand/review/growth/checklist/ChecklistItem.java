package org.evenhand.review.growth.checklist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to be done.
 *
 * @param dueOn its last day, as it was when the list began
 * @param closing null while it is open
 */
public record ChecklistItem(
    UUID id,
    ItemOwner owner,
    String title,
    @Nullable String description,
    LocalDate dueOn,
    ItemState state,
    @Nullable ItemClosing closing) {

  public static ChecklistItem open(
      UUID id, ItemOwner owner, String title, @Nullable String description, LocalDate dueOn) {
    return new ChecklistItem(id, owner, title, description, dueOn, ItemState.OPEN, null);
  }

  @JsonIgnore
  public boolean isOpen() {
    return state == ItemState.OPEN;
  }

  ChecklistItem closed(ItemState as, ItemClosing with) {
    return new ChecklistItem(id, owner, title, description, dueOn, as, with);
  }
}
