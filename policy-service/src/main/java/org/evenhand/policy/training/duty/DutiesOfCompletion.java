package org.evenhand.policy.training.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.policy.training.CompletionState;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.time.Learner;
import org.jspecify.annotations.Nullable;

/**
 * What one person owes because of one module: to go through it, and again before it ends to count.
 * Nobody else can do it for them, so it waits for them while they are away.
 */
record DutiesOfCompletion(
    TrainingCompletion completion, TrainingModule module, Learner learner, Sides sides) {

  Stream<Owed> owed(Instant now) {
    return Stream.concat(done(), next(learner.today(now)));
  }

  private Stream<Owed> done() {
    return completion.state() == CompletionState.COMPLETED
        ? Stream.of(owed(completion.term(), null, true))
        : Stream.empty();
  }

  private Stream<Owed> next(LocalDate today) {
    return learner.working()
            && module.isOffered()
            && isAsked()
            && completion.isOwed(today)
            && !completion.validity().standsStill()
        ? Stream.of(owed(completion.term() + 1, dueOn(), false))
        : Stream.empty();
  }

  /**
   * What somebody has asked for themself they owe nobody, unless it is required; and whom their
   * role was asked of owes it as long as they are in it.
   */
  private boolean isAsked() {
    UUID by = completion.enrolment().by();
    if (by == null) {
      return sides.needs(module.terms(), completion.personId());
    }
    return module.terms().isRequired()
        || completion.term() == 0 && !completion.personId().equals(by);
  }

  private @Nullable LocalDate dueOn() {
    return completion.term() == 0 ? completion.enrolment().dueOn() : completion.validity().until();
  }

  private Owed owed(int term, @Nullable LocalDate dueOn, boolean met) {
    return new Owed(
        TrainingDuty.TRAINING,
        sides.of(completion.personId()),
        completion.id(),
        Integer.toString(term),
        Holder.of(completion.personId()),
        completion.personId(),
        learner.place(),
        dueOn,
        met);
  }
}
