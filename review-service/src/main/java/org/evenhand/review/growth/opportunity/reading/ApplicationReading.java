package org.evenhand.review.growth.opportunity.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.opportunity.access.ApplicationAccess;
import org.evenhand.review.growth.opportunity.access.ApplicationAccess.Filter;
import org.evenhand.review.growth.opportunity.access.ApplicationContexts;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single applications, through the same doors. */
@ApplicationScoped
public class ApplicationReading {

  private final Mutiny.SessionFactory sessions;
  private final ApplicationContexts contexts;
  private final ApplicationAccess doors;
  private final ApplicationRepository applications;
  private final ApplicationViews views;
  private final Access access;

  ApplicationReading(
      Mutiny.SessionFactory sessions,
      ApplicationContexts contexts,
      ApplicationAccess doors,
      ApplicationRepository applications,
      ApplicationViews views,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.applications = applications;
    this.views = views;
    this.access = access;
  }

  public Uni<Versioned<OpportunityApplicationView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            contexts
                .of(session, id)
                .chain(
                    context ->
                        views.of(context).map(view -> new Versioned<>(context.version(), view))));
  }

  public Uni<Page<OpportunityApplicationView>> list(Filter filter, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(viewer -> list(session, viewer, filter, after, page.limit() + 1)))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<List<OpportunityApplicationView>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors
        .list(session, viewer, filter, after, limit)
        .chain(
            seen ->
                applications
                    .byIds(session, seen.keySet())
                    .chain(found -> views.of(session, viewer, found, seen)));
  }
}
