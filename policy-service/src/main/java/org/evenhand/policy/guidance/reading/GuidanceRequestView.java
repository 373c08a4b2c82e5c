package org.evenhand.policy.guidance.reading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.GuidanceState;
import org.evenhand.policy.guidance.access.GuidancePermissions;
import org.evenhand.policy.guidance.access.GuidanceRelation;
import org.evenhand.policy.guidance.access.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * A request as somebody reads it. Asker and claimer read it whole; whoever could claim it or give
 * it back reads how old it is, and nothing else.
 *
 * @param waiting for the asker alone, while it waits for an answer
 * @param excluded for the asker alone
 * @param readBy who has claimed it so far, for the asker alone
 */
@Schema(
    name = "GuidanceRequest",
    example =
        """
        {"id": "0198f2a0-0000-7000-8000-000000000060", "state": "CLAIMED", "relation": "ASKER",
         "askedAt": "2027-02-01T09:30:00Z",
         "waiting": {"dueOn": "2027-02-08", "late": false, "nobodyLeft": false},
         "asker": {"id": "0198f2a0-0000-7000-8000-000000000103", "name": "Aafke Zandstra"},
         "claimer": {"id": "0198f2a0-0000-7000-8000-000000000101", "name": "Hannah Reed"},
         "text": "May I say no to a second assignment?", "excluded": [],
         "readBy": [{"id": "0198f2a0-0000-7000-8000-000000000101", "name": "Hannah Reed"}],
         "goneAt": "2027-08-30T09:30:00Z",
         "actions": ["eraseGuidanceRequest"]}
        """)
public record GuidanceRequestView(
    UUID id,
    GuidanceState state,
    GuidanceRelation relation,
    Instant askedAt,
    @Nullable Waiting waiting,
    @Nullable PersonRef asker,
    @Nullable PersonRef claimer,
    @Nullable String text,
    @Nullable String answer,
    @Nullable List<PersonRef> excluded,
    @Nullable List<PersonRef> readBy,
    @Nullable Instant answeredAt,
    @Nullable Instant closedAt,
    @Nullable Instant goneAt,
    List<String> actions) {

  public static GuidanceRequestView of(
      GuidanceRequest request, GuidanceRelation relation, @Nullable Waiting waiting) {
    return relation.isParty() ? whole(request, relation, waiting) : age(request, relation);
  }

  private static GuidanceRequestView whole(
      GuidanceRequest request, GuidanceRelation relation, @Nullable Waiting waiting) {
    boolean asker = relation == GuidanceRelation.ASKER;
    return new GuidanceRequestView(
        request.id(),
        request.state(),
        relation,
        request.askedAt(),
        asker ? waiting : null,
        PersonRef.orNull(request.askerId().orElse(null)),
        PersonRef.orNull(request.claimerId().orElse(null)),
        request.text().orElse(null),
        request.answer().orElse(null),
        asker ? PersonRef.all(request.excluded()) : null,
        asker ? PersonRef.all(request.hands().readers()) : null,
        request.answeredAt().orElse(null),
        request.closedAt().orElse(null),
        request.goneAt(),
        GuidancePermissions.open(request, relation));
  }

  private static GuidanceRequestView age(GuidanceRequest request, GuidanceRelation relation) {
    return new GuidanceRequestView(
        request.id(),
        request.state(),
        relation,
        request.askedAt(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        GuidancePermissions.open(request, relation));
  }
}
