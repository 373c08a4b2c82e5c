package org.evenhand.review.growth.checklist.access;

import static org.evenhand.review.growth.checklist.access.ChecklistRelation.BUDDY;
import static org.evenhand.review.growth.checklist.access.ChecklistRelation.MANAGER;
import static org.evenhand.review.growth.checklist.access.ChecklistRelation.OWN;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistItem;
import org.evenhand.review.growth.checklist.ChecklistStep;
import org.evenhand.review.growth.checklist.ItemOwner;

/** Which step on a checklist belongs to whom. */
public final class ChecklistPermissions {

  private ChecklistPermissions() {}

  /** The steps that are both allowed by the state and the caller's to take. */
  public static Set<ChecklistStep> open(Checklist list, Set<ChecklistRelation> relations) {
    if (!list.isOpen()) {
      return Set.of();
    }
    return Stream.of(ChecklistStep.values())
        .filter(step -> permits(step, relations))
        .filter(
            step ->
                step != ChecklistStep.ITEM_CLOSING
                    || list.items().stream().anyMatch(item -> closes(item, list, relations)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChecklistStep.class)));
  }

  public static boolean permits(ChecklistStep step, Set<ChecklistRelation> relations) {
    return switch (step) {
      // Whose item it is is looked at with the item.
      case ITEM_CLOSING -> true;
      case BUDDY -> relations.contains(MANAGER) || ChecklistRelation.isHr(relations);
      case CANCELLATION -> ChecklistRelation.isHr(relations);
    };
  }

  /** Whether the reader may know of the item. */
  public static boolean reads(ChecklistItem item, Set<ChecklistRelation> relations) {
    return item.owner() == ItemOwner.BUDDY || ChecklistRelation.readsAll(relations);
  }

  /** Whether somebody can close the item now. */
  public static boolean closes(
      ChecklistItem item, Checklist list, Set<ChecklistRelation> relations) {
    return list.isOpen() && item.isOpen() && owes(item, list, relations);
  }

  /** HR keeps the whole list; everybody else closes what is theirs. */
  public static boolean owes(ChecklistItem item, Checklist list, Set<ChecklistRelation> relations) {
    return ChecklistRelation.isHr(relations)
        || switch (item.owner()) {
          case EMPLOYEE -> relations.contains(list.isGone() ? MANAGER : OWN);
          case MANAGER -> relations.contains(MANAGER);
          case BUDDY -> relations.contains(list.buddyId().isEmpty() ? MANAGER : BUDDY);
          case HR -> false;
        };
  }
}
