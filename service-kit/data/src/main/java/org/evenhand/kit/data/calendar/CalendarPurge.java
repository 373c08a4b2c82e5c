package org.evenhand.kit.data.calendar;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Forgets what people were told of dates that are long over. */
@ApplicationScoped
class CalendarPurge {

  private static final Logger LOG = Logger.getLogger(CalendarPurge.class);

  private final Mutiny.SessionFactory sessions;
  private final ToldRows rows;
  private final Clock clock;

  CalendarPurge(Mutiny.SessionFactory sessions, ToldRows rows, Clock clock) {
    this.sessions = sessions;
    this.rows = rows;
    this.clock = clock;
  }

  @Scheduled(
      identity = "calendar-purge",
      every = "1h",
      delayed = "2m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  Uni<Void> scheduled() {
    return purge()
        .onFailure()
        .invoke(failure -> LOG.warnf("purging waits: %s", Failures.withoutContent(failure)))
        .onFailure()
        .recoverWithItem(0)
        .replaceWithVoid();
  }

  Uni<Integer> purge() {
    return sessions.withTransaction(session -> rows.forget(session, clock.instant()));
  }
}
