package org.evenhand.kit.data.waiver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.data.duty.NamedPerson;
import org.evenhand.kit.data.duty.WaivableDuty;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to waive a duty, as those see it who may decide on it, and whoever owes the duty.
 *
 * @param holder who owes the duty; absent where a role does, or nobody
 * @param decidedBy the second person, or the first who has withdrawn
 */
@Schema(
    name = "Waiver",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000131",
         "task": "019a8c1e-6f00-7000-8000-000000000111", "kind": "SELF_REVIEW",
         "subject": "/v1/reviews/019a8c1e-6f00-7000-8000-000000000112", "dueOn": "2026-12-04",
         "holder": {"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Zoë Brontë"},
         "state": "PROPOSED", "code": "AWAY",
         "reason": "Back in February; the review rests on three observations.",
         "side": "MANAGER",
         "proposedBy": {"id": "019a8c1e-6f00-7000-8000-000000000002", "name": "Mark Bell"},
         "proposedAt": "2026-11-29T12:00:00Z", "actions": ["countersignWaiver", "refuseWaiver"]}
        """)
record WaiverView(
    UUID id,
    UUID task,
    String kind,
    String subject,
    LocalDate dueOn,
    @Nullable NamedPerson holder,
    WaiverState state,
    WaiverReason code,
    String reason,
    @Schema(enumeration = {"HR", "MANAGER"}) String side,
    NamedPerson proposedBy,
    Instant proposedAt,
    @Nullable NamedPerson decidedBy,
    @Nullable Instant decidedAt,
    List<String> actions) {

  static WaiverView of(Waiver waiver, WaivableDuty duty, Map<UUID, String> names) {
    Waiver.Decision decision = waiver.decision();
    return new WaiverView(
        waiver.id(),
        duty.id(),
        duty.kind(),
        duty.subject(),
        duty.dueOn(),
        NamedPerson.orNull(duty.holder(), names),
        waiver.state(duty),
        waiver.code(),
        waiver.reason(),
        waiver.proposal().side().name(),
        NamedPerson.of(waiver.proposal().by(), names),
        waiver.proposal().at(),
        NamedPerson.orNull(waiver.decidedBy(), names),
        decision == null ? null : decision.at(),
        actions(waiver, duty).stream().map(WaiverAction::operation).toList());
  }

  private static List<WaiverAction> actions(Waiver waiver, WaivableDuty duty) {
    if (!waiver.isOpen(duty)) {
      return !waiver.closes(duty) && duty.canBeWaived() && duty.side().isPresent()
          ? List.of(WaiverAction.PROPOSE)
          : List.of();
    }
    if (waiver.isBy(duty.caller())) {
      return List.of(WaiverAction.WITHDRAW);
    }
    return duty.canFollow(waiver.proposal().side()) ? WaiverAction.OF_THE_SECOND : List.of();
  }
}
