package org.evenhand.review.growth.opportunity;

import java.time.Instant;
import java.util.Map;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;

/** What came about with an opportunity, as the journal takes it. */
public record OpportunityFacts(Opportunity opportunity, Instant at) {

  /** The audit's name for an opportunity. */
  public static final String AGGREGATE = "opportunity";

  private static final String TOPIC = "evenhand.development";
  private static final String POSTED = "org.evenhand.opportunity.posted.v1";
  private static final String DECIDED = "org.evenhand.opportunity.decided.v1";
  private static final String WITHDRAWN = "org.evenhand.opportunity.withdrawn.v1";

  public Fact noted(String what) {
    return Fact.noted(AGGREGATE, opportunity.id(), what, state());
  }

  public Fact posted() {
    return told(
        "posted",
        POSTED,
        new OpportunityEvent.Posted(
            opportunity.id(),
            opportunity.kind(),
            opportunity.orgUnit(),
            opportunity.terms().places(),
            opportunity.openUntil().orElseThrow(),
            at));
  }

  public Fact decided(Turnout turnout) {
    return told(
        "decided",
        DECIDED,
        new OpportunityEvent.Decided(
            opportunity.id(),
            opportunity.kind(),
            opportunity.orgUnit(),
            opportunity.state() == OpportunityState.DECIDED,
            turnout.eligible(),
            turnout.applied(),
            at));
  }

  /** Of what never was posted subscribers never heard. */
  public Fact withdrawn() {
    return opportunity.postedOn().isEmpty()
        ? noted("withdrawn")
        : told(
            "withdrawn",
            WITHDRAWN,
            new OpportunityEvent.Withdrawn(
                opportunity.id(), opportunity.kind(), opportunity.orgUnit(), at));
  }

  private Fact told(String what, String type, OpportunityEvent event) {
    String id = opportunity.id().toString();
    return Fact.told(
        AGGREGATE,
        opportunity.id(),
        what,
        state(),
        new OutboxEvent(TOPIC, type, id, id, opportunity.version(), event));
  }

  private Map<String, Object> state() {
    return Map.of("state", opportunity.state(), "version", opportunity.version());
  }
}
