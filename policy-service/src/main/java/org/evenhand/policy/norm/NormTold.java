package org.evenhand.policy.norm;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code org.evenhand.norm.current.v1}.
 *
 * @param sentence null once it holds no longer
 */
record NormTold(
    UUID normId,
    UUID policyId,
    Integer agreedVersion,
    String criterion,
    Integer ordinal,
    @Nullable String sentence,
    Instant agreedAt) {

  /**
   * @throws RefusedEvent when a field is missing, or it isn't about the norm that is the subject
   */
  static NormTold of(ReceivedEvent event) {
    NormTold told = event.as(NormTold.class);
    if (!told.isWhole() || !event.subjectId().equals(told.normId())) {
      throw new RefusedEvent(
          "policy, version, anchor and the time of the agreement must be there, and the norm that"
              + " is the subject");
    }
    return told;
  }

  private boolean isWhole() {
    return Stream.of(policyId, agreedVersion, criterion, ordinal, agreedAt)
        .allMatch(Objects::nonNull);
  }
}
