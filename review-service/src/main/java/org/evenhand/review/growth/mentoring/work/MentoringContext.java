package org.evenhand.review.growth.mentoring.work;

import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.mentoring.Mentoring;
import org.evenhand.review.growth.mentoring.MentoringPart;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a mentoring has at hand. */
record MentoringContext(
    Mutiny.Session session, Mentoring mentoring, Viewer viewer, MentoringPart part)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }
}
