package org.evenhand.policy.training.time;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.directory.PeopleListener;
import org.evenhand.policy.directory.ToldPeople;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.required.RequiredOf;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lets what somebody has completed stand still while they are on leave. What they are asked for
 * follows them: a leaver owes nothing, and whoever comes back does; and so does what their role
 * requires. With a person who is erased it goes.
 */
@ApplicationScoped
class Leaves implements PeopleListener {

  private final TrainingRepository repository;
  private final Learners learners;
  private final TrainingTime time;
  private final Journal journal;
  private final Duties duties;
  private final ErasedLearners erased;
  private final RequiredOf required;

  Leaves(
      TrainingRepository repository,
      Learners learners,
      TrainingTime time,
      Journal journal,
      Duties duties,
      ErasedLearners erased,
      RequiredOf required) {
    this.repository = repository;
    this.learners = learners;
    this.time = time;
    this.journal = journal;
    this.duties = duties;
    this.erased = erased;
    this.required = required;
  }

  /** Work is asked for before completions are held: who does such work holds them in that order. */
  @Override
  public Uni<Void> peopleChanged(Mutiny.Session session, ToldPeople people) {
    return required
        .told(session, people.all())
        .chain(() -> repository.holdOf(session, people.all()))
        .chain(
            theirs ->
                theirs.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, theirs, people.all()));
  }

  private Uni<Void> follow(
      Mutiny.Session session, List<TrainingCompletion> theirs, Collection<UUID> people) {
    Set<UUID> ids = theirs.stream().map(TrainingCompletion::id).collect(Collectors.toSet());
    return learners
        .of(session, people)
        .chain(
            known ->
                erased
                    .erase(session, gone(theirs, known))
                    .chain(() -> move(session, theirs, known)))
        .chain(() -> duties.follow(session, CompletionFacts.AGGREGATE, ids));
  }

  /** Whom the directory doesn't know any more was erased. */
  private static List<TrainingCompletion> gone(
      List<TrainingCompletion> theirs, Map<UUID, Learner> known) {
    return theirs.stream().filter(each -> !known.containsKey(each.personId())).toList();
  }

  private Uni<Void> move(
      Mutiny.Session session, List<TrainingCompletion> theirs, Map<UUID, Learner> known) {
    Map<TrainingCompletion, CompletionHappening> moved = new LinkedHashMap<>();
    for (TrainingCompletion completion : theirs) {
      Learner learner = known.get(completion.personId());
      if (learner != null && moves(completion, learner)) {
        moved.put(
            completion,
            learner.onLeave() ? CompletionHappening.STANDS_STILL : CompletionHappening.GOES_ON);
      }
    }
    return journal
        .write(
            session,
            TrainingTime.ACTOR,
            () ->
                moved.entrySet().stream()
                    .map(each -> CompletionFacts.fact(each.getKey(), each.getValue()))
                    .toList())
        .chain(() -> plan(session, moved.keySet(), known));
  }

  /** As of the moment at which the directory told it, at the place of the person. */
  private static boolean moves(TrainingCompletion completion, Learner learner) {
    if (learner.onLeave()) {
      return completion.standStill(learner.today(learner.toldAt()));
    }
    return completion.goOn(learner.today(learner.toldAt()), learner.toldAt());
  }

  private Uni<Void> plan(
      Mutiny.Session session, Set<TrainingCompletion> moved, Map<UUID, Learner> known) {
    return Multi.createFrom()
        .iterable(moved)
        .onItem()
        .transformToUniAndConcatenate(
            each -> time.follow(session, each, Objects.requireNonNull(known.get(each.personId()))))
        .collect()
        .last();
  }
}
