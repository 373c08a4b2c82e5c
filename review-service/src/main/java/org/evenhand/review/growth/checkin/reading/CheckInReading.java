package org.evenhand.review.growth.checkin.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.checkin.CheckInRepository;
import org.evenhand.review.growth.checkin.access.CheckInAccess;
import org.evenhand.review.growth.checkin.access.CheckInAccess.Filter;
import org.evenhand.review.growth.checkin.access.CheckInContexts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single check-ins, through the same doors. */
@ApplicationScoped
public class CheckInReading {

  private final Mutiny.SessionFactory sessions;
  private final CheckInContexts contexts;
  private final CheckInAccess doors;
  private final CheckInRepository checkIns;
  private final CheckInViews views;
  private final Access access;

  CheckInReading(
      Mutiny.SessionFactory sessions,
      CheckInContexts contexts,
      CheckInAccess doors,
      CheckInRepository checkIns,
      CheckInViews views,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.checkIns = checkIns;
    this.views = views;
    this.access = access;
  }

  public Uni<Versioned<CheckInView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        views
                            .of(context)
                            .map(view -> new Versioned<>(context.checkIn().version(), view))));
  }

  public Uni<Page<CheckInSummary>> list(Filter filter, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(viewer -> doors.list(session, viewer, filter, after, page.limit() + 1))
                    .chain(
                        seen ->
                            checkIns
                                .byIds(session, seen.keySet())
                                .chain(found -> views.summaries(session, found, seen))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }
}
