package org.evenhand.review.judgement;

import java.util.UUID;
import org.evenhand.kit.data.consume.RefusedEvent;

/** What this service reads of a finding. */
record FindingPayload(
    UUID findingId, UUID cycleId, UUID judgementId, String origin, String metric, String verdict) {

  /**
   * @throws RefusedEvent when a field is missing that people need to answer the finding
   */
  @SuppressWarnings("ConstantValue")
  FindingPayload complete() {
    if (findingId == null || cycleId == null || judgementId == null || origin == null) {
      throw new RefusedEvent("A finding names itself, its cycle, its judgement and its origin");
    }
    if (metric == null || verdict == null) {
      throw new RefusedEvent("A finding names its metric and its verdict");
    }
    return this;
  }

  boolean isLive() {
    return origin.equals("LIVE");
  }
}
