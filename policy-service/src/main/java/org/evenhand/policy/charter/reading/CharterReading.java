package org.evenhand.policy.charter.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.charter.kind.KnownDuties;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a reader gets to see of charters. */
@ApplicationScoped
public class CharterReading {

  private final Mutiny.SessionFactory sessions;
  private final CharterRepository repository;
  private final People people;
  private final KnownDuties known;

  CharterReading(
      Mutiny.SessionFactory sessions,
      CharterRepository repository,
      People people,
      KnownDuties known) {
    this.sessions = sessions;
    this.repository = repository;
    this.people = people;
    this.known = known;
  }

  public Uni<Versioned<CharterView>> charter(UUID id) {
    return of(id, (charter, reader) -> CharterView.of(charter, reader, known));
  }

  public Uni<Versioned<CharterSignOffChain>> signOffs(UUID id) {
    return of(id, (charter, reader) -> CharterSignOffChain.of(charter));
  }

  private <T> Uni<Versioned<T>> of(UUID id, BiFunction<Charter, Actor, T> view) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .charter(session, id, reader.hr())
                            .map(charter -> versioned(charter, view.apply(charter, reader)))));
  }

  public Uni<Versioned<CharterView>> current() {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .inForce(session)
                            .map(found -> found.orElseThrow(CharterReading::none))
                            .map(
                                charter ->
                                    versioned(charter, CharterView.of(charter, reader, known)))));
  }

  private static Problem none() {
    return Problem.of(
        CommonProblem.NOT_FOUND,
        "No charter is in force: GET /v1/charters/defaults is what holds.");
  }

  private static <T> Versioned<T> versioned(Charter charter, T view) {
    return new Versioned<>(charter.lockVersion(), view);
  }

  public Uni<Page<CharterView>> list(PageRequest page) {
    long last = page.cursor().map(cursor -> cursor.longAt(0)).orElse(0L);
    int after = (int) Math.min(last, Integer.MAX_VALUE);
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        repository
                            .after(session, after, page.limit() + 1, reader.hr())
                            .map(
                                found ->
                                    found.stream()
                                        .map(charter -> CharterView.of(charter, reader, known))
                                        .toList()))
                .map(views -> Page.of(views, page.limit(), view -> Cursor.of(view.version()))));
  }
}
