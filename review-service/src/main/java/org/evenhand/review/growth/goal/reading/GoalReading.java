package org.evenhand.review.growth.goal.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.access.GoalAccess;
import org.evenhand.review.growth.goal.access.GoalAccess.Filter;
import org.evenhand.review.growth.goal.access.GoalContexts;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single goals, through the same doors. */
@ApplicationScoped
public class GoalReading {

  private final Mutiny.SessionFactory sessions;
  private final GoalContexts contexts;
  private final GoalAccess doors;
  private final GoalRepository goals;
  private final GoalViews views;
  private final ReviewAccess reviews;
  private final Access access;

  GoalReading(
      Mutiny.SessionFactory sessions,
      GoalContexts contexts,
      GoalAccess doors,
      GoalRepository goals,
      GoalViews views,
      ReviewAccess reviews,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.goals = goals;
    this.views = views;
    this.reviews = reviews;
    this.access = access;
  }

  public Uni<Versioned<GoalView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        views
                            .of(context)
                            .map(view -> new Versioned<>(context.goal().version(), view))));
  }

  /**
   * @throws Problem NOT_FOUND where the caller may not know of the review that they ask for
   */
  public Uni<Page<GoalSummary>> list(Filter filter, PageRequest page) {
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
                            goals
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
