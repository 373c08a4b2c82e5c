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
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess.Filter;
import org.evenhand.review.growth.opportunity.access.OpportunityContexts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single opportunities, through the same doors. */
@ApplicationScoped
public class OpportunityReading {

  private final Mutiny.SessionFactory sessions;
  private final OpportunityContexts contexts;
  private final OpportunityAccess doors;
  private final OpportunityRepository opportunities;
  private final OpportunityViews views;
  private final Access access;

  OpportunityReading(
      Mutiny.SessionFactory sessions,
      OpportunityContexts contexts,
      OpportunityAccess doors,
      OpportunityRepository opportunities,
      OpportunityViews views,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.opportunities = opportunities;
    this.views = views;
    this.access = access;
  }

  public Uni<Versioned<OpportunityView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            contexts
                .of(session, id)
                .chain(
                    context ->
                        views.of(context).map(view -> new Versioned<>(context.version(), view))));
  }

  public Uni<Page<OpportunityView>> list(Filter filter, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(viewer -> list(session, viewer, filter, after, page.limit() + 1)))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<List<OpportunityView>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors
        .list(session, viewer, filter, after, limit)
        .chain(
            seen ->
                opportunities
                    .byIds(session, seen.keySet())
                    .chain(found -> views.of(session, viewer, found, seen)));
  }
}
