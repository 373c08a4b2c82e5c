package org.evenhand.calibration.precedent.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentFilter;
import org.evenhand.calibration.precedent.PrecedentRepository;
import org.evenhand.calibration.precedent.access.PrecedentContext;
import org.evenhand.calibration.precedent.access.PrecedentContexts;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.request.Versioned;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows precedents: to everybody what is out, and before that to those whom it concerns. */
@ApplicationScoped
class PrecedentReading {

  private final Mutiny.SessionFactory factory;
  private final PrecedentContexts contexts;
  private final PrecedentRepository precedents;
  private final People people;

  PrecedentReading(
      Mutiny.SessionFactory factory,
      PrecedentContexts contexts,
      PrecedentRepository precedents,
      People people) {
    this.factory = factory;
    this.contexts = contexts;
    this.precedents = precedents;
    this.people = people;
  }

  Uni<Versioned<PrecedentView>> one(UUID id) {
    return factory.withTransaction(
        db ->
            contexts
                .visible(db, id)
                .map(context -> new Versioned<>(context.version(), PrecedentView.of(context))));
  }

  Uni<Page<PrecedentView>> list(PrecedentFilter wanted, @Nullable UUID after, int limit) {
    return factory.withTransaction(
        db ->
            people
                .caller(db)
                .chain(
                    caller ->
                        precedents
                            .list(db, wanted, caller.person(), after, limit + 1)
                            .chain(found -> page(db, found, limit, caller))));
  }

  private Uni<Page<PrecedentView>> page(
      Mutiny.Session db, List<Precedent> found, int limit, Actor caller) {
    return precedents
        .sources(db, found.stream().map(Precedent::id).toList())
        .map(
            sources ->
                Page.of(found, limit, precedent -> Cursor.of(precedent.id()))
                    .map(
                        precedent ->
                            PrecedentView.of(
                                new PrecedentContext(
                                    db,
                                    precedent,
                                    Optional.ofNullable(sources.get(precedent.id())),
                                    caller,
                                    contexts.now()))));
  }
}
