package org.evenhand.policy.training.module;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.TrainingText;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a reader gets to see of modules. */
@ApplicationScoped
class ModuleReading {

  /** A client leads nothing. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final TrainingRepository repository;
  private final People people;

  ModuleReading(Mutiny.SessionFactory sessions, TrainingRepository repository, People people) {
    this.sessions = sessions;
    this.repository = repository;
    this.people = people;
  }

  Uni<Versioned<ModuleView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .module(session, id, person(reader), reader.hr())
                            .map(
                                module ->
                                    new Versioned<>(
                                        module.lockVersion(), ModuleView.of(module, reader)))));
  }

  /** For whoever may read the module. */
  Uni<Versioned<TrainingText>> text(UUID id) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(reader -> repository.module(session, id, person(reader), reader.hr()))
                .chain(
                    module ->
                        repository
                            .text(session, id)
                            .map(
                                text ->
                                    new Versioned<>(
                                        module.lockVersion(),
                                        text.orElseThrow(ModuleReading::unwritten)))));
  }

  private static Problem unwritten() {
    return Problem.of(CommonProblem.NOT_FOUND, "Nobody has written this module's text yet.");
  }

  Uni<Page<ModuleView>> list(PageRequest page) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .modules(
                                session,
                                person(reader),
                                reader.hr(),
                                page.cursor().map(cursor -> cursor.uuid(0)),
                                page.limit() + 1)
                            .map(
                                found ->
                                    found.stream()
                                        .map(module -> ModuleView.of(module, reader))
                                        .toList()))
                .map(views -> Page.of(views, page.limit(), view -> Cursor.of(view.id()))));
  }

  private static UUID person(Actor reader) {
    return Objects.requireNonNullElse(reader.employeeId(), NOBODY);
  }
}
