package org.evenhand.review.review.succession;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.review.directory.OrgChanges;
import org.hibernate.reactive.mutiny.Mutiny;

/** Has all unfinished reviews looked at anew, once what they rest on may have changed. */
@ApplicationScoped
public class Succession implements OrgChanges {

  static final String KIND = "reviewer-succession";

  private final DueWork dueWork;
  private final Clock clock;

  Succession(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /**
   * @param because tells one reason from another, so that nobody waits for a look that is under way
   */
  public Uni<Void> look(Mutiny.Session session, UUID because) {
    return look(session, because, clock.instant());
  }

  /** As {@link #look(Mutiny.Session, UUID)}, at a later time. */
  public Uni<Void> look(Mutiny.Session session, UUID because, Instant at) {
    return dueWork.schedule(session, KIND, because, at);
  }

  @Override
  public Uni<Void> taken(Mutiny.Session session, UUID importId) {
    return look(session, importId);
  }
}
