package org.evenhand.kit.data.quarter;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Lets each figure that is new to the database begin with the quarter that is told next. */
@ApplicationScoped
class FirstQuarters {

  private static final Logger LOG = Logger.getLogger(FirstQuarters.class);

  private final Mutiny.SessionFactory sessions;
  private final List<String> names;
  private final QuarterRows rows;
  private final Clock clock;

  /** Whether this instance has told the database which figures it knows. */
  private volatile boolean begun;

  FirstQuarters(
      Mutiny.SessionFactory sessions,
      @All List<QuarterFigures> figures,
      QuarterRows rows,
      Clock clock) {
    this.sessions = sessions;
    this.names = figures.stream().flatMap(source -> source.names().stream()).toList();
    this.rows = rows;
    this.clock = clock;
  }

  @Scheduled(
      identity = "first-quarters",
      every = "${evenhand.due.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  Uni<Void> scheduled() {
    return begin()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("figures of quarters wait: %s", Failures.withoutContent(failure));
              return null;
            });
  }

  Uni<Void> begin() {
    return begun || names.isEmpty()
        ? Uni.createFrom().voidItem()
        : sessions.withTransaction(this::begin).invoke(() -> begun = true);
  }

  private Uni<Void> begin(Mutiny.Session session) {
    return rows.notBegun(session, names).chain(missing -> expect(session, missing));
  }

  private Uni<Void> expect(Mutiny.Session session, List<String> missing) {
    Quarter first = Quarter.toldAround(LocalDate.now(clock));
    Uni<Void> expected = Uni.createFrom().voidItem();
    for (String figure : missing) {
      expected = expected.chain(() -> rows.expect(session, figure, first));
    }
    return expected;
  }
}
