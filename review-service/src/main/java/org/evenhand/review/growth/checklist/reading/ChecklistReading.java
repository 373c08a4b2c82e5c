package org.evenhand.review.growth.checklist.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.checklist.ChecklistRepository;
import org.evenhand.review.growth.checklist.access.ChecklistAccess;
import org.evenhand.review.growth.checklist.access.ChecklistAccess.Filter;
import org.evenhand.review.growth.checklist.access.ChecklistContexts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single checklists, through the same doors. */
@ApplicationScoped
public class ChecklistReading {

  private final Mutiny.SessionFactory sessions;
  private final ChecklistContexts contexts;
  private final ChecklistAccess doors;
  private final ChecklistRepository lists;
  private final ChecklistViews views;
  private final Access access;

  ChecklistReading(
      Mutiny.SessionFactory sessions,
      ChecklistContexts contexts,
      ChecklistAccess doors,
      ChecklistRepository lists,
      ChecklistViews views,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.lists = lists;
    this.views = views;
    this.access = access;
  }

  public Uni<Versioned<ChecklistView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        views.of(context).map(view -> new Versioned<>(context.version(), view))));
  }

  public Uni<Page<ChecklistSummary>> list(Filter filter, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(viewer -> doors.page(session, viewer, filter, after, page.limit() + 1))
                    .chain(
                        seen ->
                            lists
                                .byIds(session, seen.keySet())
                                .chain(found -> views.summaries(session, found, seen))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }
}
