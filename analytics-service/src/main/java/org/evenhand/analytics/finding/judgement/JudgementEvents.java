package org.evenhand.analytics.finding.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.analytics.finding.FindingState;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.analytics.finding.Rule;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/** Tells of a judgement, and of the findings that it makes and changes. */
final class JudgementEvents {

  private static final String JUDGED = "org.evenhand.cycle.judged.v1";

  private JudgementEvents() {}

  /**
   * A judgement, with the findings that it raised, cleared and took the clearing from.
   * Opportunities are no cycle of which anybody waits to hear that it was judged.
   */
  static Fact judged(Ruling ruling) {
    Judgement judgement = ruling.judgement();
    Instant at = judgement.judgedAt();
    List<OutboxEvent> events = new ArrayList<>();
    ruling
        .raised()
        .forEach(finding -> events.add(FindingEvents.event(finding, "raised", finding.raisedAt())));
    ruling.cleared().forEach(finding -> events.add(FindingEvents.event(finding, "cleared", at)));
    if (judgement.origin() != Origin.OPPORTUNITIES) {
      events.add(event(judgement));
    }
    ruling
        .restored()
        .forEach(finding -> events.add(FindingEvents.event(finding, restoredAs(finding), at)));
    return new Fact(
        "judgement",
        judgement.id(),
        "made",
        Map.of("cycle", judgement.cycleId(), "raised", judgement.raised()),
        events);
  }

  private static String restoredAs(Finding finding) {
    return finding.state() == FindingState.ANSWERED ? "answered" : "raised";
  }

  private static OutboxEvent event(Judgement judgement) {
    String cycle = judgement.cycleId().toString();
    return new OutboxEvent(
        FindingEvents.TOPIC,
        JUDGED,
        cycle,
        cycle,
        judgement.number(),
        new CycleJudged(
            judgement.cycleId(),
            judgement.cycleKey(),
            judgement.origin(),
            judgement.id(),
            judgement.number(),
            judgement.edition().orElse(null),
            judgement.rule(),
            judgement.raised(),
            judgement.judgedAt()));
  }

  /**
   * The payload of {@code cycle.judged}.
   *
   * @param edition of a live cycle: which results were judged, as their proposal said
   * @param raised how many findings wait for a joint response by it
   */
  record CycleJudged(
      UUID cycleId,
      String cycleKey,
      Origin origin,
      UUID judgementId,
      long number,
      @Nullable Long edition,
      Rule rule,
      long raised,
      Instant judgedAt) {}
}
