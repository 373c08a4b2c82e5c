package org.evenhand.policy.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/** What has happened to completions, as the audit keeps it and as our services learn of it. */
public final class CompletionFacts {

  /** The audit's name for a completion. */
  public static final String AGGREGATE = "training-completion";

  private static final String CHANGED = "org.evenhand.training.changed.v1";

  private CompletionFacts() {}

  /** What the audit keeps; no reason. */
  private record Note(
      UUID moduleId, UUID personId, CompletionState state, @Nullable LocalDate completedOn) {}

  /**
   * What our services learn. Whether it was completed or isn't needed they don't: both let the
   * person do what it is required for.
   *
   * @param held false where nothing has ever counted, or was taken back
   * @param validUntil the last day; null where it counts for good, or stands still
   */
  record Told(
      UUID completionId,
      UUID moduleId,
      UUID personId,
      boolean held,
      @Nullable LocalDate validUntil,
      Instant at) {}

  public static Fact fact(TrainingCompletion completion, CompletionHappening happening) {
    return new Fact(
        AGGREGATE,
        completion.id(),
        happening.slug(),
        new Note(
            completion.moduleId(),
            completion.personId(),
            completion.state(),
            completion.completedOn().orElse(null)),
        happening.isTold() ? List.of(event(completion)) : List.of());
  }

  /** The person was erased: nobody holds it any more. */
  public static OutboxEvent erased(TrainingCompletion completion) {
    String id = completion.id().toString();
    return new OutboxEvent(ModuleFacts.TOPIC, CHANGED, id, id, completion.told() + 1, null);
  }

  private static OutboxEvent event(TrainingCompletion completion) {
    String id = completion.id().toString();
    Validity validity = completion.validity();
    Told told =
        new Told(
            completion.id(),
            completion.moduleId(),
            completion.personId(),
            completion.state() != CompletionState.ENROLLED,
            validity.standsStill() ? null : validity.until(),
            completion.updatedAt());
    return new OutboxEvent(ModuleFacts.TOPIC, CHANGED, id, id, completion.told(), told);
  }
}
