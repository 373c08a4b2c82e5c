package org.evenhand.policy.training.completion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.completion.CompletionSight.Filter;
import org.evenhand.policy.training.time.Learner;
import org.evenhand.policy.training.time.Learners;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a reader gets to see of completions. */
@ApplicationScoped
class CompletionReading {

  private final Mutiny.SessionFactory sessions;
  private final TrainingRepository repository;
  private final CompletionSight sight;
  private final People people;
  private final Learners learners;
  private final Clock clock;

  CompletionReading(
      Mutiny.SessionFactory sessions,
      TrainingRepository repository,
      CompletionSight sight,
      People people,
      Learners learners,
      Clock clock) {
    this.sessions = sessions;
    this.repository = repository;
    this.sight = sight;
    this.people = people;
    this.learners = learners;
    this.clock = clock;
  }

  Uni<Versioned<CompletionView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        sight
                            .seen(session, reader, Filter.of(id), Optional.empty(), 1)
                            .invoke(CompletionReading::requireSeen)
                            .chain(ids -> repository.completions(session, ids))
                            .chain(found -> one(session, reader, found.get(0)))));
  }

  private Uni<Versioned<CompletionView>> one(
      Mutiny.Session session, Actor reader, TrainingCompletion found) {
    return repository
        .moduleOf(session, found)
        .map(module -> found.version(CompletionView.isParty(found, module, reader)))
        .chain(
            version ->
                views(session, reader, List.of(found))
                    .map(views -> new Versioned<>(version, views.get(0))));
  }

  static void requireSeen(List<UUID> ids) {
    if (ids.isEmpty()) {
      throw Problem.of(CommonProblem.NOT_FOUND, "There is no such completion.");
    }
  }

  Uni<Page<CompletionView>> list(Filter filter, PageRequest page) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        sight
                            .seen(
                                session,
                                reader,
                                filter,
                                page.cursor().map(cursor -> cursor.uuid(0)),
                                page.limit() + 1)
                            .chain(ids -> repository.completions(session, ids))
                            .chain(found -> views(session, reader, found)))
                .map(views -> Page.of(views, page.limit(), view -> Cursor.of(view.id()))));
  }

  private Uni<List<CompletionView>> views(
      Mutiny.Session session, Actor reader, List<TrainingCompletion> found) {
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
                    .map(
                        known ->
                            found.stream().map(each -> view(each, of, known, reader)).toList()));
  }

  private CompletionView view(
      TrainingCompletion completion,
      Map<UUID, TrainingModule> modules,
      Map<UUID, Learner> known,
      Actor reader) {
    Learner learner = known.get(completion.personId());
    LocalDate today =
        (learner == null ? WorkingDays.unknown() : learner.days()).today(clock.instant());
    return CompletionView.of(
        completion, Objects.requireNonNull(modules.get(completion.moduleId())), reader, today);
  }
}
