package org.evenhand.policy.norm;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** What this service reads of {@code org.evenhand.norm.agreed.v1}; not from which session. */
record NormTold(
    UUID normId,
    UUID policyId,
    int policyVersion,
    String criterion,
    int ordinal,
    String sentence,
    Instant agreedAt) {

  /**
   * @throws RefusedEvent where something is missing
   */
  static NormTold of(ReceivedEvent event) {
    NormTold told = event.as(NormTold.class);
    if (!told.isWhole()) {
      throw new RefusedEvent("A norm names its policy and its anchor, and says something");
    }
    return told;
  }

  private boolean isWhole() {
    return Stream.of(normId, policyId, criterion, sentence, agreedAt).allMatch(Objects::nonNull);
  }
}
