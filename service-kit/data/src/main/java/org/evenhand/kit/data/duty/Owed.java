package org.evenhand.kit.data.duty;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes because of an aggregate, or has owed and done.
 *
 * @param side whose it is, where sides are compared
 * @param subject the aggregate
 * @param part tells several duties of a kind apart: a sample's id, a revision; else empty
 * @param about the person whom it concerns, who never looks after it for others
 * @param place the work location whose calendar and zone count; null where none is known
 * @param dueOn the last day where a milestone sets it; null for the days of the kind's terms
 * @param met whether it has been done
 */
public record Owed(
    DutyKind kind,
    Side side,
    UUID subject,
    String part,
    Holder holder,
    @Nullable UUID about,
    @Nullable String place,
    @Nullable LocalDate dueOn,
    boolean met) {

  /** What tells duties of a subject apart. */
  record Key(String kind, UUID subject, String part) {}

  Key key() {
    return new Key(kind.name(), subject, part);
  }

  /** Whether a day is to be set, or may have to be moved back. */
  boolean datesAnew(@Nullable Duty known) {
    return !met
        && (known == null
            || !known.isOpen()
            || dueOn != null && dueOn.isAfter(known.deadline().on()));
  }

  public Owed metIf(boolean done) {
    return new Owed(kind, side, subject, part, holder, about, place, dueOn, done);
  }
}
