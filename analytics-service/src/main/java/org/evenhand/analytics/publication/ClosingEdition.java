package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.hibernate.reactive.mutiny.Mutiny;

/** Publishes a cycle that is closed, with what appeals and later changes have made of it. */
@ApplicationScoped
class ClosingEdition implements DueTask {

  static final String KIND = "edition-at-closing";

  private final EditionWork work;
  private final Publishing publishing;
  private final ReleaseCalendar calendar;

  ClosingEdition(EditionWork work, Publishing publishing, ReleaseCalendar calendar) {
    this.work = work;
    this.publishing = publishing;
    this.calendar = calendar;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    // Scheduled before the lock of counting is taken, as whoever counts an appeal does it.
    return calendar
        .appealsEnded(session, cycleId)
        .chain(
            () ->
                work.onceCounted(
                    session,
                    KIND,
                    cycleId,
                    cycle -> publishing.publish(session, cycle, Moment.CLOSED)));
  }
}
