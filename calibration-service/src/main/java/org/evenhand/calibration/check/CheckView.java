package org.evenhand.calibration.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.obligation.CheckKind;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/** A check as the manager and their HR see it. Whose review a text is, is shown to neither. */
record CheckView(
    UUID id,
    UUID obligationId,
    PersonRef manager,
    CheckKind kind,
    CheckState state,
    Instant begunAt,
    @Schema(description = "Of a BLIND_SCORE, for the manager") @Nullable UUID sampleId,
    @Schema(description = "Of a PRECEDENT, for the manager") @Nullable UUID reviewId,
    @Schema(description = "Of a PRECEDENT, for the manager") @Nullable UUID precedentId,
    @Schema(description = "Of a PEER, for the manager, while it waits for its note; in no list")
        @Nullable ReadText text,
    @Nullable NoteView note,
    @Schema(description = "The operations that the caller may begin now") List<String> actions) {

  /**
   * A text of somebody else's people.
   *
   * @param ordinal the level that its reviewer gave
   */
  record ReadText(List<RedactedPart> parts, int ordinal, int scaleSize) {}

  /** What came of it. */
  @Schema(name = "CheckNote")
  record NoteView(
      String criterion,
      int ordinal,
      @Schema(description = "When it was talked over, by the word of the manager")
          LocalDate talkedOn,
      CheckOutcome changed,
      Instant notedAt) {

    static NoteView of(CheckNote note) {
      return new NoteView(
          note.criterion(), note.ordinal(), note.talkedOn(), note.changed(), note.notedAt());
    }
  }

  static CheckView of(CheckContext context) {
    return of(context, Optional.empty());
  }

  static CheckView of(CheckContext context, Optional<ReadText> text) {
    Check check = context.check();
    boolean own = context.isOwn();
    return new CheckView(
        check.id(),
        check.obligationId(),
        PersonRef.of(check.managerId()),
        check.kind(),
        check.state(),
        check.begunAt(),
        own && check.kind() == CheckKind.BLIND_SCORE ? check.subject().sample() : null,
        own && check.kind() == CheckKind.PRECEDENT ? check.subject().review() : null,
        own ? check.subject().precedent() : null,
        text.orElse(null),
        check.note().map(NoteView::of).orElse(null),
        context.actions());
  }
}
