package org.evenhand.policy.training.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.time.Learner;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a step on a completion works with; the completion is held meanwhile. */
record CompletionContext(
    Mutiny.Session session,
    TrainingCompletion completion,
    TrainingModule module,
    Learner learner,
    Actor caller,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }

  /** The day that it is where the person works. */
  LocalDate today() {
    return learner.today(at);
  }

  CompletionView view() {
    return CompletionView.of(completion, module, caller, today());
  }
}
