package org.evenhand.policy.training.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.Exemption;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.time.Learner;
import org.evenhand.policy.training.time.Learners;
import org.evenhand.policy.training.time.TrainingTime;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whose task two people have waived is exempt for as long as a completion of that day would count,
 * and no longer: a waiver isn't for good.
 */
@ApplicationScoped
class Waivings {

  private final TrainingRepository repository;
  private final Learners learners;
  private final TrainingTime time;
  private final Journal journal;
  private final Clock clock;

  Waivings(
      TrainingRepository repository,
      Learners learners,
      TrainingTime time,
      Journal journal,
      Clock clock) {
    this.repository = repository;
    this.learners = learners;
    this.time = time;
    this.journal = journal;
    this.clock = clock;
  }

  Uni<Void> waived(Mutiny.Session session, UUID id, UUID by) {
    return repository
        .holdCompletion(session, id)
        .map(Optional::orElseThrow)
        .chain(
            completion ->
                repository
                    .moduleOf(session, completion)
                    .chain(
                        module ->
                            learners
                                .of(session, completion.personId())
                                .map(Optional::orElseThrow)
                                .chain(
                                    learner -> exempt(session, completion, module, learner, by))));
  }

  private Uni<Void> exempt(
      Mutiny.Session session,
      TrainingCompletion completion,
      TrainingModule module,
      Learner learner,
      UUID by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    completion.exempt(
        new Exemption(
            Exemption.Code.WAIVED, null, module.terms().lastDay(learner.today(now)), null, by, now),
        learner.awayFrom(now),
        now);
    return journal
        .write(
            session,
            by.toString(),
            () -> List.of(CompletionFacts.fact(completion, CompletionHappening.EXEMPTED)))
        .chain(() -> time.follow(session, completion, learner));
  }
}
