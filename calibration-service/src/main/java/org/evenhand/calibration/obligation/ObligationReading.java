package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

  ObligationReading(Mutiny.SessionFactory factory, ObligationContexts contexts) {
    this.factory = factory;
    this.contexts = contexts;
  }

  Uni<ObligationView> one(UUID id) {
    return factory.withTransaction(db -> contexts.visible(db, id).map(ObligationView::of));
  }

  Uni<Page<ObligationView>> list(@Nullable Quarter quarter, @Nullable UUID after, int limit) {
    return factory
        .withTransaction(db -> contexts.list(db, quarter, after, limit + 1))
        .map(
            found ->
                Page.of(found, limit, context -> Cursor.of(context.obligation().id()))
                    .map(ObligationView::of));
  }
}
