package org.evenhand.kit.data.duty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.PageRequest;

/**
 * A place in the order of a list of tasks. PostgreSQL compares ids as unsigned bytes, as their
 * texts do.
 */
record TaskPosition(LocalDate day, UUID id) implements Comparable<TaskPosition> {

  private static final Comparator<TaskPosition> ORDER =
      Comparator.comparing(TaskPosition::day).thenComparing(position -> position.id().toString());

  static TaskPosition of(Duty duty) {
    return new TaskPosition(duty.deadline().on(), duty.id());
  }

  static TaskPosition after(PageRequest page) {
    return page.cursor()
        .map(cursor -> new TaskPosition(cursor.day(0), cursor.uuid(1)))
        .orElse(new TaskPosition(LocalDate.EPOCH, new UUID(0, 0)));
  }

  Cursor cursor() {
    return Cursor.of(day, id);
  }

  @Override
  public int compareTo(TaskPosition other) {
    return ORDER.compare(this, other);
  }
}
