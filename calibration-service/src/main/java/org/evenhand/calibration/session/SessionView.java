package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A session as one of its members sees it.
 *
 * @param reviewIds for the facilitators alone: a rater must not know whose sample they read
 * @param agreement exact for the facilitators, in tenths for others (see {@link
 *     Agreement#inTenths})
 * @param actions what the caller may do now
 */
public record SessionView(
    UUID id,
    SessionKind kind,
    @Schema(description = "Whose reviews it is about") UUID cycleId,
    String name,
    SessionState state,
    PersonRef facilitator,
    PersonRef coFacilitator,
    @Schema(description = "Whether the co-facilitator has taken the seat")
        boolean coFacilitatorAgreed,
    List<PersonRef> raters,
    int reviews,
    int blindSamples,
    @Nullable List<UUID> reviewIds,
    @Schema(
            description =
                "For the facilitators exact; for others alpha is in tenths, absent below .05, and"
                    + " has no interval. They find more in the session's agreement")
        @Nullable Agreement agreement,
    @Schema(description = "Why review-service took no decision over; for the facilitators")
        @Nullable String refusal,
    @Nullable Instant lockedAt,
    @Schema(description = "Why it was cancelled; for its members and hr-lead")
        @Nullable String cancellation,
    @Schema(description = "The operations that the caller may begin now") List<String> actions) {

  public static Answer answer(Session session, Actor reader) {
    return Answer.ok(session.version(), of(session, reader));
  }

  public static SessionView of(Session session, Actor reader) {
    var members = session.members();
    boolean facilitates = members.facilitates(reader.person());
    var cancellation = session.cancellation();
    return new SessionView(
        session.id(),
        session.kind(),
        session.cycleId(),
        session.name(),
        session.state(),
        PersonRef.of(members.facilitatorId()),
        PersonRef.of(members.coFacilitatorId()),
        members.isAgreed(),
        PersonRef.all(members.raterIds()),
        session.reviewIds().size(),
        session.blindSize(),
        facilitates ? session.reviewIds() : null,
        agreement(session, facilitates),
        session.isOverseenBy(reader) ? session.refusal() : null,
        session.lockedAt(),
        cancellation == null || !session.isReadBy(reader) ? null : cancellation.reason(),
        SessionActions.of(session, reader));
  }

  /** No sample is kept from a facilitator; whether one is kept from others isn't asked here. */
  private static @Nullable Agreement agreement(Session session, boolean facilitates) {
    var agreement = session.agreement();
    return agreement == null || facilitates ? agreement : agreement.inTenths();
  }
}
