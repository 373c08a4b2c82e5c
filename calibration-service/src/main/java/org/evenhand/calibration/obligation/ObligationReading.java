package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows obligations to those whom they concern. */
@ApplicationScoped
class ObligationReading {

  private final Mutiny.SessionFactory factory;
  private final ObligationContexts contexts;
  private final PossibleChecks possible;

  ObligationReading(
      Mutiny.SessionFactory factory, ObligationContexts contexts, PossibleChecks possible) {
    this.factory = factory;
    this.contexts = contexts;
    this.possible = possible;
  }

  Uni<ObligationView> one(UUID id) {
    return factory.withTransaction(
        db ->
            contexts
                .visible(db, id)
                .chain(
                    context ->
                        context.isWorkedOff()
                            ? possible
                                .kinds(db, context.obligation())
                                .map(kinds -> ObligationView.of(context).with(kinds))
                            : views(db, List.of(context)).map(only -> only.get(0))));
  }

  Uni<Page<ObligationView>> list(@Nullable Quarter quarter, @Nullable UUID after, int limit) {
    return factory
        .withTransaction(
            db -> contexts.list(db, quarter, after, limit + 1).chain(found -> views(db, found)))
        .map(found -> Page.of(found, limit, view -> Cursor.of(view.id())));
  }

  /** Each with the hint that its manager has too little to look at, for those who can plan. */
  private Uni<List<ObligationView>> views(Mutiny.Session db, List<ObligationContext> found) {
    List<UUID> asked =
        found.stream()
            .filter(ObligationContext::isOverseen)
            .map(context -> context.obligation().id())
            .toList();
    return possible
        .tooFew(db, asked)
        .map(
            tooFew ->
                found.stream()
                    .map(
                        context ->
                            ObligationView.of(context)
                                .wanting(
                                    context.isOwn()
                                        ? null
                                        : tooFew.contains(context.obligation().id())))
                    .toList());
  }
}
