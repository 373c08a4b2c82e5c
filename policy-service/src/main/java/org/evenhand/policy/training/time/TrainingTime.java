package org.evenhand.policy.training.time;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** What counts for a time becomes owed again before its end, and expires. */
@ApplicationScoped
public class TrainingTime implements DueTask {

  static final String ACTOR = "policy-service";

  private static final String KIND = "training-time";

  private final TrainingRepository repository;
  private final Learners learners;
  private final Journal journal;
  private final Duties duties;
  private final DueWork dueWork;
  private final Clock clock;

  TrainingTime(
      TrainingRepository repository,
      Learners learners,
      Journal journal,
      Duties duties,
      DueWork dueWork,
      Clock clock) {
    this.repository = repository;
    this.learners = learners;
    this.journal = journal;
    this.duties = duties;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** After each change of until when something counts. */
  public Uni<Void> follow(Mutiny.Session session, TrainingCompletion completion, Learner learner) {
    LocalDate next = completion.nextLook(learner.today(now()));
    return next == null
        ? dueWork.cancel(session, KIND, completion.id())
        : dueWork.schedule(session, KIND, completion.id(), learner.days().endOf(next.minusDays(1)));
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return repository
        .holdCompletion(session, id)
        .chain(
            found ->
                found
                    .map(completion -> look(session, completion))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> look(Mutiny.Session session, TrainingCompletion completion) {
    return learners
        .of(session, completion.personId())
        .chain(
            learner ->
                learner
                    .map(of -> look(session, completion, of))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** The place may have changed since this was planned: then there may be nothing to do yet. */
  private Uni<Void> look(Mutiny.Session session, TrainingCompletion completion, Learner learner) {
    Instant now = now();
    Uni<Void> done =
        completion.expireIfOver(learner.today(now), now)
            ? journal.write(
                session,
                ACTOR,
                () -> List.of(CompletionFacts.fact(completion, CompletionHappening.EXPIRED)))
            : duties.follow(session, CompletionFacts.AGGREGATE, Set.of(completion.id()));
    return done.chain(() -> follow(session, completion, learner));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
