package org.evenhand.review.growth.plan.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.plan.PlanRepository;
import org.evenhand.review.growth.plan.access.PlanAccess;
import org.evenhand.review.growth.plan.access.PlanAccess.Filter;
import org.evenhand.review.growth.plan.access.PlanContexts;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single development plans, through the same doors. */
@ApplicationScoped
public class PlanReading {

  private final Mutiny.SessionFactory sessions;
  private final PlanContexts contexts;
  private final PlanAccess doors;
  private final PlanRepository plans;
  private final PlanViews views;
  private final ReviewAccess reviews;
  private final Access access;

  PlanReading(
      Mutiny.SessionFactory sessions,
      PlanContexts contexts,
      PlanAccess doors,
      PlanRepository plans,
      PlanViews views,
      ReviewAccess reviews,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.plans = plans;
    this.views = views;
    this.reviews = reviews;
    this.access = access;
  }

  public Uni<Versioned<PlanView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        views.of(context).map(view -> new Versioned<>(context.version(), view))));
  }

  /**
   * @throws Problem NOT_FOUND where the caller may not know of the review that they ask for
   */
  public Uni<Page<PlanSummary>> list(Filter filter, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .call(viewer -> requireVisible(session, viewer, filter.review()))
                    .chain(viewer -> doors.list(session, viewer, filter, after, page.limit() + 1))
                    .chain(
                        seen ->
                            plans
                                .byIds(session, seen.keySet())
                                .chain(
                                    found ->
                                        views.summaries(session, found, seen, filter.review()))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<?> requireVisible(Mutiny.Session session, Viewer viewer, @Nullable UUID review) {
    return review == null ? Uni.createFrom().voidItem() : reviews.require(session, viewer, review);
  }
}
