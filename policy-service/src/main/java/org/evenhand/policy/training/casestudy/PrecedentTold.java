package org.evenhand.policy.training.casestudy;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code org.evenhand.precedent.current.v1}.
 *
 * @param criterion null where it is about a whole review
 */
record PrecedentTold(
    UUID precedentId,
    UUID policyId,
    Integer policyVersion,
    @Nullable String criterion,
    Integer ordinal,
    String text) {

  /**
   * @throws RefusedEvent when a field is missing, or it isn't about the precedent that is the
   *     subject
   */
  static PrecedentTold of(ReceivedEvent event) {
    PrecedentTold told = event.as(PrecedentTold.class);
    if (Stream.of(told.policyId(), told.policyVersion(), told.ordinal(), told.text())
            .anyMatch(Objects::isNull)
        || !event.subjectId().equals(told.precedentId())) {
      throw new RefusedEvent(
          "policy, version, level and text must be there, and the precedent that is the subject");
    }
    return told;
  }
}
