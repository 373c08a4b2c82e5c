package org.evenhand.policy.norm;

import java.time.Instant;
import java.util.UUID;
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
  @SuppressWarnings("ConstantValue")
  static NormTold of(ReceivedEvent event) {
    NormTold told = event.as(NormTold.class);
    if (told.normId() == null
        || told.policyId() == null
        || told.criterion() == null
        || told.sentence() == null
        || told.agreedAt() == null) {
      throw new RefusedEvent("A norm names its policy and its anchor, and says something");
    }
    return told;
  }
}
