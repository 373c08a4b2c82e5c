package org.evenhand.review.growth.circle.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.circle.CircleRepository;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single circles. */
@ApplicationScoped
class CircleReading {

  private final Mutiny.SessionFactory sessions;
  private final CircleContexts contexts;
  private final CircleRepository circles;
  private final CircleViews views;
  private final Access access;

  CircleReading(
      Mutiny.SessionFactory sessions,
      CircleContexts contexts,
      CircleRepository circles,
      CircleViews views,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.circles = circles;
    this.views = views;
    this.access = access;
  }

  Uni<Versioned<CircleView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            contexts
                .of(session, id)
                .chain(
                    context ->
                        views
                            .of(session, context.circle(), context.membership())
                            .map(view -> new Versioned<>(context.circle().version(), view))));
  }

  Uni<Page<CircleView>> list(PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            circles
                                .page(
                                    session,
                                    viewer.employeeId(),
                                    CircleContexts.seesAll(viewer),
                                    after,
                                    page.limit() + 1)
                                .chain(found -> views.of(session, found, viewer.employeeId()))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }
}
