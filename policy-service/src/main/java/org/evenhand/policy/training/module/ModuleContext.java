package org.evenhand.policy.training.module;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.training.TrainingModule;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a step on a module works with; the module is held meanwhile. */
record ModuleContext(Mutiny.Session session, TrainingModule module, Actor caller, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return caller.person();
  }
}
