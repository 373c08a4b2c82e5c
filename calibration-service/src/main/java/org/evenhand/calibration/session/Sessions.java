package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.request.Versioned;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sessions as their readers see them. */
@ApplicationScoped
class Sessions {

  private final Mutiny.SessionFactory factory;
  private final SessionContexts contexts;
  private final SessionRepository repository;
  private final People people;

  Sessions(
      Mutiny.SessionFactory factory,
      SessionContexts contexts,
      SessionRepository repository,
      People people) {
    this.factory = factory;
    this.contexts = contexts;
    this.repository = repository;
    this.people = people;
  }

  /** A session with the version that a change of it has to name. */
  Uni<Versioned<SessionView>> one(UUID id) {
    return factory.withTransaction(
        db ->
            contexts
                .visible(db, id)
                .map(
                    context ->
                        new Versioned<>(
                            context.version(),
                            SessionView.of(context.calibration(), context.caller()))));
  }

  Uni<Page<SessionView>> list(Optional<UUID> cycle, Optional<UUID> after, int limit) {
    return factory.withTransaction(
        db ->
            people
                .caller(db)
                .chain(
                    reader ->
                        repository
                            .list(db, cycle, after, SessionRepository.Shown.to(reader), limit + 1)
                            .map(found -> page(found, limit, reader))));
  }

  private static Page<SessionView> page(List<Session> found, int limit, Actor reader) {
    return Page.of(found, limit, session -> Cursor.of(session.id()))
        .map(session -> SessionView.of(session, reader));
  }
}
