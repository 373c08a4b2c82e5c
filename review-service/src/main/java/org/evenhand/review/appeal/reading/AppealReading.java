package org.evenhand.review.appeal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.appeal.access.AppealAccess;
import org.evenhand.review.appeal.access.AppealContexts;
import org.evenhand.review.directory.Access;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single appeals, through the same doors. */
@ApplicationScoped
public class AppealReading {

  private final Mutiny.SessionFactory sessions;
  private final AppealContexts contexts;
  private final AppealAccess doors;
  private final AppealRepository appeals;
  private final AppealViews views;
  private final Access access;

  AppealReading(
      Mutiny.SessionFactory sessions,
      AppealContexts contexts,
      AppealAccess doors,
      AppealRepository appeals,
      AppealViews views,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.appeals = appeals;
    this.views = views;
    this.access = access;
  }

  public Uni<Versioned<AppealView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        views
                            .of(context)
                            .map(view -> new Versioned<>(context.appeal().version(), view))));
  }

  public Uni<Page<AppealSummary>> list(PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            doors
                                .list(session, viewer, after, page.limit() + 1)
                                .chain(
                                    seen ->
                                        appeals
                                            .byIds(session, seen.keySet())
                                            .chain(
                                                found ->
                                                    views.summaries(
                                                        session, found, seen, viewer)))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }
}
