package org.evenhand.review.growth.upward;

import java.time.Instant;
import java.util.Map;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.review.growth.upward.UpwardEvent.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came about with a round, as the journal takes it: that it was opened and how it ended. Of
 * what those write who are asked neither the audit nor a subscriber hears anything.
 */
public record UpwardFacts(UpwardRound round, Instant at) {

  /** The audit's name for a round. */
  public static final String AGGREGATE = "upward-round";

  private static final String TOPIC = "evenhand.development";
  private static final String OPENED = "org.evenhand.upward-round.opened.v1";
  private static final String CLOSED = "org.evenhand.upward-round.closed.v1";

  public Fact opened() {
    return told("opened", OPENED, null);
  }

  public Fact closed() {
    return told("closed", CLOSED, Outcome.CLOSED);
  }

  public Fact cancelled() {
    return told("cancelled", CLOSED, Outcome.CANCELLED);
  }

  private Fact told(String what, String type, @Nullable Outcome outcome) {
    String id = round.id().toString();
    return Fact.told(
        AGGREGATE,
        round.id(),
        what,
        Map.of("state", round.state(), "version", round.version(), "asked", round.asked()),
        new OutboxEvent(
            TOPIC,
            type,
            id,
            id,
            round.version(),
            new UpwardEvent(
                round.id(), round.aboutId(), round.asked(), round.closesOn(), outcome, at)));
  }
}
