package org.evenhand.policy.charter.duty;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.SignersUnits;
import org.evenhand.policy.signing.SignOffRound;
import org.jspecify.annotations.Nullable;

/**
 * The signatures that a charter waits for, and those that it has got in its last round. What the
 * round no longer needs is left out, and lapses.
 *
 * @param places where the managers work who are asked
 */
record DutiesOfCharter(Charter charter, Map<UUID, String> places) {

  Stream<Owed> owed() {
    return charter.signOff().current().stream()
        .flatMap(round -> Stream.concat(hr(round), managers(round)));
  }

  private Stream<Owed> hr(SignOffRound round) {
    return owed(round, Side.HR, Holder.role(Roles.HR, null), null, !round.hrMissing(), true);
  }

  private Stream<Owed> managers(SignOffRound round) {
    boolean needed = round.managersMissing() > 0 || SignersUnits.missing(round);
    return round.managers().stream()
        .flatMap(
            manager ->
                owed(
                    round,
                    Side.MANAGER,
                    Holder.of(manager),
                    places.get(manager),
                    round.answeredBy(manager),
                    needed));
  }

  private Stream<Owed> owed(
      SignOffRound round,
      Side side,
      Holder holder,
      @Nullable String place,
      boolean signed,
      boolean needed) {
    return signed || needed && charter.round().isPresent()
        ? Stream.of(
            new Owed(
                CharterDuty.CHARTER_SIGNATURE,
                side,
                charter.id(),
                round.round() + ":" + (holder.person() == null ? side : holder.person()),
                holder,
                null,
                place,
                null,
                signed))
        : Stream.empty();
  }
}
