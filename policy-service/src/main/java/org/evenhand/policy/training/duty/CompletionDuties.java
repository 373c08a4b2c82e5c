package org.evenhand.policy.training.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.figures.CountedKinds;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.time.Learner;
import org.evenhand.policy.training.time.Learners;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is asked of those who learn. */
@Singleton
class CompletionDuties implements DutyRule, CountedKinds {

  private final TrainingRepository repository;
  private final Learners learners;
  private final People people;
  private final Waivings waivings;
  private final Clock clock;

  CompletionDuties(
      TrainingRepository repository,
      Learners learners,
      People people,
      Waivings waivings,
      Clock clock) {
    this.repository = repository;
    this.learners = learners;
    this.people = people;
    this.waivings = waivings;
    this.clock = clock;
  }

  @Override
  public String aggregateType() {
    return CompletionFacts.AGGREGATE;
  }

  @Override
  public List<TrainingDuty> kinds() {
    return List.of(TrainingDuty.TRAINING);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("training_completion", "module_id");
  }

  @Override
  public Uni<Void> waived(Mutiny.Session session, UUID subject, UUID by) {
    return waivings.waived(session, subject, by);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return repository.completions(session, ids).chain(found -> owed(session, found));
  }

  private Uni<List<Owed>> owed(Mutiny.Session session, List<TrainingCompletion> found) {
    Set<UUID> modules =
        found.stream().map(TrainingCompletion::moduleId).collect(Collectors.toSet());
    Set<UUID> persons =
        found.stream().map(TrainingCompletion::personId).collect(Collectors.toSet());
    return repository
        .modules(session, modules)
        .chain(
            of ->
                learners
                    .of(session, persons)
                    .chain(
                        known ->
                            sides(session, persons).map(sides -> owed(found, of, known, sides))));
  }

  private Uni<Sides> sides(Mutiny.Session session, Set<UUID> persons) {
    return people
        .servingAsHr(session, persons, LocalDate.now(clock))
        .chain(
            serving ->
                people.leading(session, persons).map(leading -> new Sides(serving, leading)));
  }

  private List<Owed> owed(
      List<TrainingCompletion> found,
      Map<UUID, TrainingModule> modules,
      Map<UUID, Learner> known,
      Sides sides) {
    return found.stream()
        .filter(completion -> known.containsKey(completion.personId()))
        .flatMap(
            completion ->
                new DutiesOfCompletion(
                        completion,
                        Objects.requireNonNull(modules.get(completion.moduleId())),
                        Objects.requireNonNull(known.get(completion.personId())),
                        sides)
                    .owed(clock.instant()))
        .toList();
  }
}
