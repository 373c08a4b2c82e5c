package org.evenhand.policy.duty;

import static org.evenhand.policy.version.VersionState.ANNOUNCED;
import static org.evenhand.policy.version.VersionState.APPROVED;
import static org.evenhand.policy.version.VersionState.CONSULTATION;
import static org.evenhand.policy.version.VersionState.EFFECTIVE;
import static org.evenhand.policy.version.VersionState.RETIRED;
import static org.evenhand.policy.version.VersionState.SIGN_OFF;
import static org.evenhand.policy.version.VersionState.SUPERSEDED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.signing.SignOffRound;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionState;
import org.jspecify.annotations.Nullable;

/**
 * What a version waits for as it stands.
 *
 * @param places where signers work, as far as it is known
 */
record DutiesOfVersion(PolicyVersion version, Map<UUID, String> places) {

  private static final Set<VersionState> AGREED =
      EnumSet.of(APPROVED, ANNOUNCED, EFFECTIVE, SUPERSEDED, RETIRED);
  private static final Set<VersionState> TOLD =
      EnumSet.of(ANNOUNCED, EFFECTIVE, SUPERSEDED, RETIRED);

  private static final int DAYS_TO_OPEN = 7;

  Stream<Owed> owed() {
    return Stream.of(opening(), signatures(), announcement(), ending()).flatMap(each -> each);
  }

  private Stream<Owed> opening() {
    boolean open = version.state() == CONSULTATION;
    boolean met = version.state() == SIGN_OFF || AGREED.contains(version.state());
    return open || met
        ? Stream.of(byRole(PolicyDuty.SIGN_OFF_OPENING, Side.HR, openingDue(), met))
        : Stream.empty();
  }

  /** A week after the window has been open for as long as was promised. */
  private @Nullable LocalDate openingDue() {
    LocalDate window = windowEnd(version);
    return window == null ? null : window.plusDays(DAYS_TO_OPEN);
  }

  /** When the window has been open for as long as was promised, in UTC as all days of policies. */
  static @Nullable LocalDate windowEnd(PolicyVersion version) {
    return version.consultation().map(window -> day(window.signOffFrom())).orElse(null);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private Stream<Owed> signatures() {
    return version.signOff().current().stream()
        .flatMap(round -> Stream.concat(byManagers(round), byHr(round)));
  }

  private Stream<Owed> byManagers(SignOffRound round) {
    return round.managers().stream()
        .filter(manager -> version.state() == SIGN_OFF || round.answeredBy(manager))
        .map(
            manager ->
                owed(
                        PolicyDuty.SIGN_OFF,
                        Side.MANAGER,
                        part(round) + manager,
                        Holder.of(manager),
                        places.get(manager))
                    .metIf(round.answeredBy(manager)));
  }

  /** One of them is enough; what an author of the version signs approves nothing. */
  private Stream<Owed> byHr(SignOffRound round) {
    boolean met = !round.hrMissing();
    return met || version.state() == SIGN_OFF
        ? Stream.of(
            owed(
                    PolicyDuty.SIGN_OFF,
                    Side.HR,
                    part(round) + Roles.HR,
                    Holder.role(Roles.HR, null),
                    null)
                .metIf(met))
        : Stream.empty();
  }

  private String part(SignOffRound round) {
    return "%d/%d/".formatted(version.number(), round.round());
  }

  private Stream<Owed> announcement() {
    boolean met = TOLD.contains(version.state());
    return met || version.state() == APPROVED
        ? Stream.of(byRole(PolicyDuty.ANNOUNCEMENT, Side.HR, null, met))
        : Stream.empty();
  }

  private Stream<Owed> ending() {
    return Stream.concat(
        version.endingProposal().stream()
            .map(proposal -> other(proposal.side()))
            .map(side -> byRole(PolicyDuty.ENDING_COUNTERSIGNATURE, side, null, false)),
        version.ending().stream()
            .filter(ending -> ending.countersignedBy() != null)
            .map(ending -> byRole(PolicyDuty.ENDING_COUNTERSIGNATURE, Side.HR, null, true)));
  }

  private static Side other(org.evenhand.policy.signing.Side proposing) {
    return proposing == org.evenhand.policy.signing.Side.HR ? Side.MANAGER : Side.HR;
  }

  private Owed byRole(PolicyDuty kind, Side side, @Nullable LocalDate dueOn, boolean met) {
    return new Owed(
        kind,
        side,
        version.policyId(),
        Integer.toString(version.number()),
        Holder.role(side == Side.HR ? Roles.HR : Roles.MANAGER, null),
        null,
        null,
        dueOn,
        met);
  }

  private Owed owed(
      PolicyDuty kind, Side side, String part, Holder holder, @Nullable String place) {
    return new Owed(kind, side, version.policyId(), part, holder, null, place, null, false);
  }
}
