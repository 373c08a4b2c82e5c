package org.evenhand.review.directory;

import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** What hr-lead changes of settings that have no version: adding twice is adding once. */
public record HrLeadStep(Mutiny.Session session, Viewer lead) implements Steps.Context {

  @Override
  public UUID actor() {
    return lead.employeeId();
  }
}
