package org.evenhand.policy.charter.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.CharterEvents;
import org.evenhand.policy.charter.CharterHappening;
import org.evenhand.policy.charter.CharterRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs on the day of a charter that both sides have signed: it holds from then on and the one
 * before ceases to, in one transaction. What fell due while the service was stopped runs at its
 * next start.
 */
@ApplicationScoped
public class ComingIntoForce implements DueTask {

  /** Due when a charter has come into force, for those who depend on it; the subject is its id. */
  public static final String CAME_INTO_FORCE = "charter-came-into-force";

  public static final String KIND = "charter-comes-into-force";

  private static final String ACTOR = "policy-service";

  private final CharterRepository repository;
  private final CharterSteps steps;
  private final Journal journal;
  private final DueWork dueWork;

  ComingIntoForce(
      CharterRepository repository, CharterSteps steps, Journal journal, DueWork dueWork) {
    this.repository = repository;
    this.steps = steps;
    this.journal = journal;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID charterId) {
    return repository
        .hold(session)
        .chain(() -> repository.charter(session, charterId, true))
        .chain(charter -> run(session, charter, steps.now()));
  }

  /** A later one may have come first: then this one is over already. */
  private Uni<Void> run(Mutiny.Session session, Charter charter, Instant now) {
    if (!charter.due(now)) {
      return Uni.createFrom().voidItem();
    }
    return supersedeEarlier(session, charter, now)
        .invoke(() -> charter.comeIntoForce(now))
        .chain(() -> tell(session, charter, CharterHappening.IN_FORCE))
        .chain(() -> dueWork.schedule(session, CAME_INTO_FORCE, charter.id(), now));
  }

  private Uni<Void> supersedeEarlier(Mutiny.Session session, Charter charter, Instant now) {
    return repository
        .endedBy(session, charter)
        .chain(
            ended ->
                Multi.createFrom()
                    .iterable(ended)
                    .invoke(earlier -> earlier.supersede(now))
                    .onItem()
                    .transformToUniAndConcatenate(
                        earlier -> tell(session, earlier, CharterHappening.SUPERSEDED))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> tell(Mutiny.Session session, Charter charter, CharterHappening happening) {
    return journal.write(session, ACTOR, () -> List.of(CharterEvents.fact(charter, happening)));
  }
}
