package org.evenhand.review.calendarfeed;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Deletes feeds of those who have left, and those that nobody uses. Neither opens any more. */
@ApplicationScoped
class FeedPurge {

  private static final Logger LOG = Logger.getLogger(FeedPurge.class);

  private final Mutiny.SessionFactory sessions;
  private final FeedRows rows;
  private final Clock clock;

  FeedPurge(Mutiny.SessionFactory sessions, FeedRows rows, Clock clock) {
    this.sessions = sessions;
    this.rows = rows;
    this.clock = clock;
  }

  @Scheduled(
      identity = "calendar-feed-purge",
      every = "10m",
      delayed = "1m",
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
    return sessions.withTransaction(session -> rows.forget(session, LocalDate.now(clock)));
  }
}
