package org.evenhand.analytics.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Tells of findings. The topic is public and kept for ever, so it names neither the dimension nor
 * the group, holds no figure and no word of a response: these are read at {@code /v1/findings}, by
 * who may.
 */
@ApplicationScoped
class FindingEvents {

  static final String TOPIC = "evenhand.findings";

  private static final String FINDING = "org.evenhand.finding.";
  private static final String JUDGED = "org.evenhand.cycle.judged.v1";

  private final Outbox outbox;

  FindingEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Tells of a judgement, and of the findings that it raised and cleared; all are flushed. */
  Uni<Void> judged(
      Mutiny.Session session, Judgement judgement, List<Finding> raised, List<Finding> cleared) {
    List<OutboxEvent> events = new ArrayList<>();
    raised.forEach(finding -> events.add(event(finding, "raised", finding.raisedAt())));
    cleared.forEach(finding -> events.add(event(finding, "cleared", judgement.judgedAt())));
    events.add(event(judgement));
    return outbox.append(session, events);
  }

  /** Tells of findings whose clearing was taken back; all are flushed. */
  Uni<Void> restored(Mutiny.Session session, List<Finding> findings, Instant at) {
    List<OutboxEvent> events = new ArrayList<>();
    for (Finding finding : findings) {
      boolean answered = finding.state() == FindingState.ANSWERED;
      events.add(event(finding, answered ? "answered" : "raised", at));
    }
    return events.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(session, events);
  }

  Uni<Void> answered(Mutiny.Session session, Finding finding, Instant at) {
    return outbox.append(session, event(finding, "answered", at));
  }

  private static OutboxEvent event(Judgement judgement) {
    String cycle = judgement.cycleId().toString();
    return new OutboxEvent(
        TOPIC,
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

  private static OutboxEvent event(Finding finding, String happening, Instant at) {
    return new OutboxEvent(
        TOPIC,
        FINDING + happening + ".v1",
        finding.id().toString(),
        finding.id().toString(),
        finding.version(),
        new FindingHappened(
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

  /** The payload of every event of a finding: its whole state, without what it is about. */
  record FindingHappened(
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
