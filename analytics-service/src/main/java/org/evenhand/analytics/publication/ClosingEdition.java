package org.evenhand.analytics.publication;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.kit.data.due.DueTask;
import org.hibernate.reactive.mutiny.Mutiny;

/** Publishes a cycle that is closed, with what appeals and later changes have made of it. */
@ApplicationScoped
class ClosingEdition implements DueTask {

  static final String KIND = "edition-at-closing";

  private final EditionWork work;
  private final Publishing publishing;
  private final ReleaseCalendar calendar;
  private final List<ClosingFollowUp> followUps;

  ClosingEdition(
      EditionWork work,
      Publishing publishing,
      ReleaseCalendar calendar,
      @All List<ClosingFollowUp> followUps) {
    this.work = work;
    this.publishing = publishing;
    this.calendar = calendar;
    this.followUps = followUps;
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
                    cycle ->
                        publishing
                            .publish(session, cycle, Moment.CLOSED)
                            .chain(() -> followUp(session, cycle))));
  }

  private Uni<Void> followUp(Mutiny.Session session, Cycle cycle) {
    Uni<Void> followed = Uni.createFrom().voidItem();
    for (ClosingFollowUp each : followUps) {
      followed = followed.chain(() -> each.published(session, cycle));
    }
    return followed;
  }
}
