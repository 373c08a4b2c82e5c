package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.rating.ReviewState;
import org.evenhand.review.review.Review;
import org.jspecify.annotations.Nullable;

/**
 * What came about with an appeal, as the journal takes it. The audit keeps that a step was taken,
 * by whom, and where it led; words stay with the appeal.
 */
public record AppealFacts(Appeal appeal, Review review, Cycle cycle, Instant at) {

  /** The audit's name for an appeal. */
  public static final String AGGREGATE = "appeal";

  private static final String TOPIC = "evenhand.cycles";
  private static final String FILED = "org.evenhand.appeal.filed.v1";
  private static final String DECIDED = "org.evenhand.appeal.decided.v1";
  private static final String RECORDED = "org.evenhand.appeal.recorded.v1";

  public List<Fact> filed() {
    return List.of(told("filed", FILED, null, null));
  }

  /** A step; where it was the last one, subscribers learn what came of all. */
  public List<Fact> after(AppealAction step) {
    return after(step.word());
  }

  /** The time of a step is over, and the appeal goes on. */
  public List<Fact> afterSilence() {
    return after("silence");
  }

  private List<Fact> after(String step) {
    return List.of(
        endsNow()
            ? told(step, DECIDED, outcome(), appeal.isLate())
            : new Fact(AGGREGATE, appeal.id(), step, state(), List.of(recorded())));
  }

  /** What is done after the end ends nothing again. */
  private boolean endsNow() {
    return appeal.endedAt().filter(at::equals).isPresent();
  }

  /** For our own counts; subscribers learn of the beginning and the end alone. */
  private OutboxEvent recorded() {
    return event(ReviewState.TOPIC, RECORDED, AppealState.of(appeal, review, at));
  }

  private AppealEvent.Outcome outcome() {
    return appeal.phase() == AppealPhase.RATING_CHANGED
        ? AppealEvent.Outcome.RATING_CHANGED
        : AppealEvent.Outcome.RATING_UNCHANGED;
  }

  private Fact told(
      String step, String type, AppealEvent.@Nullable Outcome outcome, @Nullable Boolean late) {
    AppealEvent told = new AppealEvent(appeal.id(), cycle.id(), cycle.key(), outcome, late, at);
    return new Fact(
        AGGREGATE, appeal.id(), step, state(), List.of(event(TOPIC, type, told), recorded()));
  }

  private OutboxEvent event(String topic, String type, Object data) {
    String id = appeal.id().toString();
    return new OutboxEvent(topic, type, id, id, appeal.version(), data);
  }

  private Map<String, Object> state() {
    return Map.of("state", appeal.phase(), "version", appeal.version());
  }
}
