package org.evenhand.policy.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionState;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a client reads it. Only HR and the author themself see who wrote it: what counts is
 * the point.
 */
@Schema(
    name = "Comment",
    description = "What an employee has said to a part of a version.",
    example =
        """
        {
          "id": "0198f2a0-0000-7000-8000-000000000020",
          "kind": "PITFALL",
          "pointer": "/criteria/1",
          "text": "Rewards those who speak most",
          "contentHash": "07746f65ac5763943ec86f9c078e86331e8c576655cfbbf732760c441dedc271",
          "mine": false,
          "createdAt": "2026-11-05T10:00:00Z",
          "disposition": {
            "outcome": "TAKEN_UP",
            "reason": "The anchor now names listening",
            "at": "2026-11-10T10:00:00Z"
          },
          "actions": []
        }
        """)
public record CommentView(
    UUID id,
    CommentKind kind,
    String pointer,
    String text,
    @Schema(description = "The content that it was said to") String contentHash,
    @Schema(description = "Only for HR and the author") @Nullable PersonRef author,
    @Schema(description = "The norm that a calibration session has agreed on; it has no author")
        @Nullable UUID normId,
    boolean mine,
    Instant createdAt,
    @Nullable DispositionView disposition,
    List<String> actions) {

  static CommentView of(Comment comment, PolicyVersion version, Actor reader) {
    boolean mine = comment.authorId().filter(reader::is).isPresent();
    boolean open = version.state() == VersionState.CONSULTATION;
    return new CommentView(
        comment.id(),
        comment.kind(),
        comment.pointer(),
        comment.text(),
        comment.contentHash(),
        mine || reader.hr() ? comment.authorId().map(PersonRef::of).orElse(null) : null,
        comment.normId().orElse(null),
        mine,
        comment.createdAt(),
        comment.disposition().map(DispositionView::of).orElse(null),
        open && reader.hr() ? List.of(Transition.DISPOSITION.operation()) : List.of());
  }

  /** What became of it. */
  @Schema(name = "Disposition")
  public record DispositionView(Disposition.Outcome outcome, String reason, Instant at) {
    static DispositionView of(Disposition d) {
      return new DispositionView(d.outcome(), d.reason(), d.at());
    }
  }
}
