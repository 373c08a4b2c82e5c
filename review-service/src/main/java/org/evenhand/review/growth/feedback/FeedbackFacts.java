package org.evenhand.review.growth.feedback;

import java.time.Instant;
import java.util.Map;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;

/**
 * What came about with feedback, as the journal takes it. The audit keeps that a step was taken and
 * by whom; words stay with the feedback. Subscribers hear that there is one more, and one less.
 */
public record FeedbackFacts(Feedback feedback, Instant at) {

  /** The audit's name for feedback. */
  public static final String AGGREGATE = "feedback";

  private static final String TOPIC = "evenhand.development";
  private static final String GIVEN = "org.evenhand.feedback.given.v1";
  private static final String REMOVED = "org.evenhand.feedback.removed.v1";

  /** One event for all recipients: it is one text, and is taken back as one. */
  public Fact given() {
    return told(
        "given",
        GIVEN,
        new FeedbackGiven(
            feedback.id(),
            feedback.authorId(),
            feedback.recipients().stream().map(Recipient::employeeId).toList(),
            feedback.kind(),
            feedback.criterion().orElse(null),
            at));
  }

  public Fact of(FeedbackAction step) {
    return feedback.state().isReadable()
        ? Fact.noted(AGGREGATE, feedback.id(), step.word(), state())
        : told(step.word(), REMOVED, new FeedbackRemoved(feedback.id(), feedback.state(), at));
  }

  private Fact told(String what, String type, Object payload) {
    String id = feedback.id().toString();
    return Fact.told(
        AGGREGATE,
        feedback.id(),
        what,
        state(),
        new OutboxEvent(TOPIC, type, id, id, feedback.version(), payload));
  }

  private Map<String, Object> state() {
    return Map.of("state", feedback.state(), "version", feedback.version());
  }
}
