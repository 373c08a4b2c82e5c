package org.evenhand.review.growth.checklist.duty;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistItem;
import org.evenhand.review.growth.checklist.ItemOwner;
import org.evenhand.review.growth.checklist.ItemState;

/**
 * What a list asks of those who have a part in it, as it stands. Nobody waits for anything while
 * the person is away: it comes anew, with its days, when they are back.
 *
 * @param unit the person's, whose HR does what is HR's
 * @param places where people work
 */
record DutiesOfChecklist(Checklist list, String unit, Map<UUID, String> places) {

  Stream<Owed> owed() {
    boolean waits = list.isOpen() && !list.isPaused();
    return list.items().stream()
        .filter(item -> item.state() == ItemState.DONE || waits && item.isOpen())
        .map(this::owed);
  }

  private Owed owed(ChecklistItem item) {
    Holder holder = holder(item.owner());
    return new Owed(
        ChecklistDuty.CHECKLIST_ITEM,
        side(item.owner()),
        list.id(),
        item.id().toString(),
        holder,
        list.employeeId(),
        places.get(Optional.ofNullable(holder.person()).orElse(list.employeeId())),
        item.isOpen() ? list.dueOn(item) : null,
        !item.isOpen());
  }

  /** Where nobody leads the person it is vacant, and escalates. */
  private Holder holder(ItemOwner owner) {
    return switch (owner) {
      case EMPLOYEE -> list.isGone() ? manager() : Holder.of(list.employeeId());
      case MANAGER -> manager();
      case BUDDY -> list.buddyId().map(Holder::of).orElseGet(this::manager);
      case HR -> Holder.role(Roles.HR, unit);
    };
  }

  private Holder manager() {
    return Holder.of(list.managerId().orElse(null));
  }

  private static Side side(ItemOwner owner) {
    return switch (owner) {
      case EMPLOYEE, BUDDY -> Side.EMPLOYEE;
      case MANAGER -> Side.MANAGER;
      case HR -> Side.HR;
    };
  }
}
