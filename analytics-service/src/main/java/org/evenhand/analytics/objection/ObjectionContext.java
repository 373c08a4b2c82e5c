package org.evenhand.analytics.objection;

import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.hibernate.reactive.mutiny.Mutiny;

/** An objection, and what its reader is to it. */
record ObjectionContext(Mutiny.Session session, Objection objection, Reader reader)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return reader.person();
  }

  Answer answer() {
    return Answer.ok(objection.version(), objection.view(reader));
  }
}
