package org.evenhand.analytics.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Tells of findings. The topic is public and kept for ever, so it names neither the dimension nor
 * the group, holds no figure and no word of a response: these are read at {@code /v1/findings}, by
 * who may.
 */
public final class FindingEvents {

  public static final String TOPIC = "evenhand.findings";

  /** The audit's name for a finding. */
  public static final String AGGREGATE = "finding";

  private static final String FINDING = "org.evenhand.finding.";

  private FindingEvents() {}

  /** Told to nobody, until the other side agrees. */
  public static Fact proposed(Finding finding) {
    return Fact.noted(AGGREGATE, finding.id(), "response-proposed", content(finding));
  }

  public static Fact answered(Finding finding, Instant at) {
    return Fact.told(
        AGGREGATE, finding.id(), "answered", content(finding), event(finding, "answered", at));
  }

  private static Map<String, Object> content(Finding finding) {
    return Map.of("state", finding.state(), "version", finding.version());
  }

  /**
   * Tells the whole state of a finding.
   *
   * @param happening the event's word for what came about
   */
  public static OutboxEvent event(Finding finding, String happening, Instant at) {
    return new OutboxEvent(
        TOPIC,
        FINDING + happening + ".v1",
        finding.id().toString(),
        finding.id().toString(),
        finding.version(),
        new FindingPayload(
            finding.id(),
            finding.judgementId(),
            finding.cycleId(),
            finding.cycleKey(),
            finding.origin(),
            finding.key().metric(),
            finding.verdict(),
            finding.state(),
            new Rule(finding.rule().name(), finding.rule().version()),
            finding
                .response()
                .filter(r -> r.countersignature() != null)
                .map(Answered::of)
                .orElse(null),
            finding.clearing().orElse(null),
            at));
  }

  /** The payload of every event of a finding: its whole state, without what it is about. */
  record FindingPayload(
      UUID findingId,
      UUID judgementId,
      UUID cycleId,
      String cycleKey,
      Origin origin,
      String metric,
      FindingVerdict verdict,
      FindingState state,
      Rule rule,
      @Nullable Answered answered,
      @Nullable Clearing cleared,
      Instant at) {}

  /** That both sides agreed, by when; what they agreed on stays here. */
  record Answered(LocalDate dueOn, Signature proposal, @Nullable Signature countersignature) {
    static Answered of(JointResponse response) {
      return new Answered(response.dueOn(), response.proposal(), response.countersignature());
    }
  }
}
