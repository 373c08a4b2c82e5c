package org.evenhand.calibration.norm;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.request.Versioned;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows norms: to everybody those that are agreed on, and before that to those of the session. */
@ApplicationScoped
class NormReading {

  private final Mutiny.SessionFactory factory;
  private final NormRepository repository;
  private final Norms norms;
  private final People people;

  NormReading(
      Mutiny.SessionFactory factory, NormRepository repository, Norms norms, People people) {
    this.factory = factory;
    this.repository = repository;
    this.norms = norms;
    this.people = people;
  }

  Uni<Versioned<NormView>> one(UUID id) {
    return factory.withTransaction(
        db ->
            norms
                .visible(db, id)
                .map(context -> new Versioned<>(context.version(), NormView.of(context))));
  }

  Uni<Page<NormView>> list(NormFilter wanted, @Nullable UUID after, int limit) {
    return factory
        .withTransaction(
            db ->
                people
                    .caller(db)
                    .chain(
                        caller ->
                            repository
                                .list(db, wanted, caller.person(), after, limit + 1)
                                .chain(found -> views(db, found, caller))))
        .map(views -> Page.of(views, limit, view -> Cursor.of(view.id())));
  }

  private Uni<List<NormView>> views(Mutiny.Session db, List<Norm> found, Actor caller) {
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(norm -> norms.context(db, norm, caller))
        .map(NormView::of)
        .collect()
        .asList();
  }
}
