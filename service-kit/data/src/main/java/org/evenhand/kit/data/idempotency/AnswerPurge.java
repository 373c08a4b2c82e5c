package org.evenhand.kit.data.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Forgets answers that are older than a repeat can be. */
@ApplicationScoped
public class AnswerPurge {

  private static final Logger LOG = Logger.getLogger(AnswerPurge.class);

  private final Mutiny.SessionFactory sessions;
  private final RememberedAnswers answers;

  public AnswerPurge(Mutiny.SessionFactory sessions, RememberedAnswers answers) {
    this.sessions = sessions;
    this.answers = answers;
  }

  @Scheduled(
      identity = "idempotency-purge",
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

  public Uni<Integer> purge() {
    return sessions.withTransaction(answers::purge);
  }
}
