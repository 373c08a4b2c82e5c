package org.evenhand.review.growth.goal.library;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.goal.library.LibraryRepository.Filter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads and keeps the library. */
@ApplicationScoped
class LibrarySteps {

  private static final String AGGREGATE = "library-goal";

  /** Who adds an entry. */
  private record Adding(Mutiny.Session session, Viewer viewer, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }

    Signature signature() {
      return new Signature(actor(), at, null);
    }
  }

  /** An entry, and who changes it. */
  private record Changing(Adding by, LibraryGoal goal) implements Steps.Context {

    @Override
    public Mutiny.Session session() {
      return by.session();
    }

    @Override
    public UUID actor() {
      return by.actor();
    }
  }

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final LibraryRepository library;
  private final Directory directory;
  private final Access access;
  private final Clock clock;

  LibrarySteps(
      Mutiny.SessionFactory sessions,
      Steps steps,
      LibraryRepository library,
      Directory directory,
      Access access,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.library = library;
    this.directory = directory;
    this.access = access;
    this.clock = clock;
  }

  Uni<Page<LibraryView>> list(Filter filter, PageRequest page) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        library
                            .page(
                                session,
                                filter,
                                page.cursor().map(cursor -> cursor.uuid(0)),
                                page.limit() + 1)
                            .chain(found -> views(session, viewer, found))
                            .map(
                                views ->
                                    Page.of(views, page.limit(), last -> Cursor.of(last.id())))));
  }

  Uni<Versioned<LibraryView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        library
                            .get(session, id)
                            .chain(
                                goal ->
                                    views(session, viewer, List.of(goal))
                                        .map(
                                            views ->
                                                new Versioned<>(goal.version(), views.get(0))))));
  }

  Uni<Answer> add(LibraryRequest request) {
    return steps
        .load(this::adding)
        .permitAll()
        .add()
        .take(adding -> add(adding, request))
        .tell((adding, goal) -> List.of(fact(goal, "added")))
        .answer(
            (adding, goal) ->
                views(adding.session(), adding.viewer(), List.of(goal))
                    .map(
                        views ->
                            Answer.created(
                                URI.create("/v1/goal-library/" + goal.id()),
                                goal.version(),
                                views.get(0))));
  }

  private Uni<Adding> adding(Mutiny.Session session) {
    return access
        .person(session)
        .map(viewer -> new Adding(session, viewer, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private Uni<LibraryGoal> add(Adding adding, LibraryRequest request) {
    LibraryGoal goal =
        new LibraryGoal(
            Ids.next(), request.key(), request.suited(), request.content(), adding.signature());
    return library
        .isTaken(adding.session(), request.key())
        .invoke(
            taken -> {
              if (taken) {
                throw Problem.of(
                        ReviewProblem.LIBRARY_KEY_TAKEN,
                        "Another entry of the library has the key " + request.key() + ".")
                    .with(DUPLICATE.at("/key", "is taken"));
              }
            })
        .chain(() -> adding.session().persist(goal))
        .replaceWith(goal);
  }

  Uni<Answer> change(UUID id, @Nullable String ifMatch, LibraryRequest request) {
    return step(
        id,
        ifMatch,
        "changed",
        changing -> {
          changing.goal().requirePublished();
          if (!request.key().equals(changing.goal().key())) {
            throw Problem.of(CommonProblem.RULE_VIOLATED, "An entry keeps its key.")
                .with(INCONSISTENT.at("/key", "is not the entry's key"));
          }
          changing.goal().change(request.suited(), request.content(), changing.by().signature());
        });
  }

  Uni<Answer> retire(UUID id, @Nullable String ifMatch) {
    return step(
        id, ifMatch, "retired", changing -> changing.goal().retire(changing.by().signature()));
  }

  private Uni<Answer> step(
      UUID id, @Nullable String ifMatch, String word, Consumer<Changing> step) {
    return steps
        .load(
            session ->
                adding(session)
                    .chain(by -> library.get(session, id).map(goal -> new Changing(by, goal))))
        .permitAll()
        .match(ifMatch, changing -> changing.goal().version())
        .takeNow(
            changing -> {
              step.accept(changing);
              return changing.goal();
            })
        .tell((changing, goal) -> List.of(fact(goal, word)))
        .answer(
            (changing, goal) ->
                views(changing.session(), changing.by().viewer(), List.of(goal))
                    .map(views -> Answer.ok(goal.version(), views.get(0))));
  }

  private Uni<List<LibraryView>> views(
      Mutiny.Session session, Viewer viewer, List<LibraryGoal> goals) {
    return directory
        .names(session, goals.stream().map(LibraryGoal::changedBy).collect(Collectors.toSet()))
        .map(names -> goals.stream().map(goal -> LibraryView.of(goal, names, viewer)).toList());
  }

  private static Fact fact(LibraryGoal goal, String word) {
    return Fact.noted(
        AGGREGATE, goal.id(), word, Map.of("state", goal.state(), "version", goal.version()));
  }
}
