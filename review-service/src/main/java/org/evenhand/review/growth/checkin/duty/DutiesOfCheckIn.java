package org.evenhand.review.growth.checkin.duty;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.Party;

/**
 * What a check-in asks of its two, as it stands. It is due when it has to be recorded: one that is
 * held on its day isn't late, and one that is missed stays late until one of them says something.
 *
 * @param places where people work
 */
record DutiesOfCheckIn(CheckIn checkIn, Map<UUID, String> places) {

  Stream<Owed> owed() {
    return checkIn.isAwaited() || checkIn.isSettled()
        ? Stream.of(Party.values()).map(this::owed)
        : Stream.empty();
  }

  /** About whoever owes it: nobody else could have the conversation for them. */
  private Owed owed(Party party) {
    UUID person = checkIn.pair().person(party);
    return new Owed(
        CheckInDuty.CHECK_IN,
        side(party),
        checkIn.id(),
        party.name(),
        Holder.of(person),
        person,
        places.get(person),
        checkIn.plan().recordBy(),
        checkIn.isSettled());
  }

  static Side side(Party party) {
    return party == Party.EMPLOYEE ? Side.EMPLOYEE : Side.MANAGER;
  }
}
