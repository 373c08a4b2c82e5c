package org.evenhand.calibration.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as one of its members sees it.
 *
 * @param reviewIds for the facilitators alone: a rater must not know whose sample they read
 * @param agreement exact for the facilitators, in tenths for others (see {@link
 *     Agreement#inTenths})
 * @param actions what the caller may do now
 */
@Schema(example = Examples.SESSION)
public record SessionView(
    UUID id,
    UUID cycleId,
    String name,
    SessionState state,
    UUID facilitatorId,
    UUID coFacilitatorId,
    List<UUID> raterIds,
    int reviews,
    int blindSamples,
    @Nullable List<UUID> reviewIds,
    @Schema(
            description =
                "For the facilitators exact; for others alpha is in tenths, absent below .05, and"
                    + " has no interval. They find more in the session's agreement")
        @Nullable Agreement agreement,
    @Nullable String refusal,
    @Nullable Instant lockedAt,
    List<String> actions) {

  static SessionView of(Session session, Optional<UUID> viewer) {
    boolean facilitates = viewer.map(session::facilitates).orElse(false);
    return new SessionView(
        session.id(),
        session.cycleId(),
        session.name(),
        session.state(),
        session.facilitatorId(),
        session.coFacilitatorId(),
        session.raterIds(),
        session.reviewIds().size(),
        session.blindSize(),
        facilitates ? session.reviewIds() : null,
        agreement(session, facilitates),
        session.refusal(),
        session.lockedAt(),
        actions(session, viewer));
  }

  /** No sample is kept from a facilitator; whether one is kept from others isn't asked here. */
  private static @Nullable Agreement agreement(Session session, boolean facilitates) {
    var agreement = session.agreement();
    return agreement == null || facilitates ? agreement : agreement.inTenths();
  }

  private static List<String> actions(Session session, Optional<UUID> viewer) {
    var actions = new ArrayList<String>();
    if (viewer.isEmpty()) {
      return actions;
    }
    var person = viewer.get();
    boolean co = session.coFacilitatorId().equals(person);
    if (session.facilitates(person)) {
      switch (session.state()) {
        case PLANNED -> actions.add("take-samples");
        case SAMPLES_READY -> {
          if (co) {
            actions.add("check-sample");
          }
          actions.add("open-blind-scoring");
        }
        case BLIND_SCORING -> actions.add("reveal");
        case REVEALED -> actions.add("open-discussion");
        case DISCUSSION -> actions.addAll(List.of("agree", "decide", "declare-ready"));
        case READY -> {
          actions.add("open-discussion");
          if (co) {
            actions.add("lock");
          }
        }
        case LOCKED, PUBLISHED -> {}
      }
    } else if (session.raterIds().contains(person)
        && session.state() == SessionState.BLIND_SCORING) {
      actions.add("score");
    }
    return actions;
  }
}
