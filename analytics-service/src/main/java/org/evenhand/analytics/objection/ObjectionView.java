package org.evenhand.analytics.objection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/** An objection, to the manager who filed it and to those who owe the answer. */
@Schema(name = "RaterObjection", example = ObjectionExample.OBJECTION)
record ObjectionView(
    UUID id,
    CycleView cycle,
    @Schema(description = "The manager whose profile it is") PersonRef rater,
    ObjectionState state,
    String words,
    Instant filedAt,
    @Nullable AnswerView answer,
    @Schema(description = "The ids of the operations that are open to the caller now")
        List<String> actions) {

  /** What an hr-lead answered. */
  @Schema(name = "RaterObjectionAnswer")
  record AnswerView(
      Outcome outcome,
      @Schema(description = "In words, to the manager") String reason,
      PersonRef by,
      Instant at) {

    static AnswerView of(Reply reply) {
      return new AnswerView(reply.outcome(), reply.reason(), PersonRef.of(reply.by()), reply.at());
    }
  }
}
