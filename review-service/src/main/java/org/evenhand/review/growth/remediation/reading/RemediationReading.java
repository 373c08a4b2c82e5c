package org.evenhand.review.growth.remediation.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.remediation.RemediationRepository;
import org.evenhand.review.growth.remediation.access.RemediationAccess;
import org.evenhand.review.growth.remediation.access.RemediationAccess.Filter;
import org.evenhand.review.growth.remediation.access.RemediationContexts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single remediation plans, through the same doors. */
@ApplicationScoped
public class RemediationReading {

  private final Mutiny.SessionFactory sessions;
  private final RemediationContexts contexts;
  private final RemediationAccess doors;
  private final RemediationRepository plans;
  private final RemediationViews views;
  private final Access access;

  RemediationReading(
      Mutiny.SessionFactory sessions,
      RemediationContexts contexts,
      RemediationAccess doors,
      RemediationRepository plans,
      RemediationViews views,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.plans = plans;
    this.views = views;
    this.access = access;
  }

  public Uni<Versioned<RemediationPlanView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        views.of(context).map(view -> new Versioned<>(context.version(), view))));
  }

  public Uni<Page<RemediationSummary>> list(Filter filter, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(viewer -> doors.page(session, viewer, filter, after, page.limit() + 1))
                    .chain(
                        seen ->
                            plans
                                .byIds(session, seen.keySet())
                                .chain(found -> views.summaries(session, found, seen))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }
}
