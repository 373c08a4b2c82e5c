package org.evenhand.review.growth.checklist.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.goal.Post;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a checklist has at hand. */
public record ChecklistContext(
    Mutiny.Session session,
    Checklist list,
    Post post,
    Viewer viewer,
    Set<ChecklistRelation> relations,
    WorkingDays days,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** The version of what the caller reads. */
  public long version() {
    return ChecklistRelation.readsAll(relations) ? list.version() : list.buddyVersion();
  }

  /** The day that it is where the person works. */
  public LocalDate today() {
    return days.today(at);
  }
}
