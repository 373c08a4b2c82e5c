package org.evenhand.review.growth.feedback.work;

import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who gives feedback, or is about to. */
record Author(Mutiny.Session session, Viewer viewer) implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }
}
