package org.evenhand.review.growth.upward.reading;

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
import org.evenhand.review.growth.upward.UpwardRepository;
import org.evenhand.review.growth.upward.access.UpwardAccess;
import org.evenhand.review.growth.upward.access.UpwardAccess.Filter;
import org.evenhand.review.growth.upward.access.UpwardContexts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single rounds, through the same doors. */
@ApplicationScoped
public class UpwardReading {

  private final Mutiny.SessionFactory sessions;
  private final UpwardContexts contexts;
  private final UpwardAccess doors;
  private final UpwardRepository rounds;
  private final UpwardViews views;
  private final Access access;

  UpwardReading(
      Mutiny.SessionFactory sessions,
      UpwardContexts contexts,
      UpwardAccess doors,
      UpwardRepository rounds,
      UpwardViews views,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.rounds = rounds;
    this.views = views;
    this.access = access;
  }

  public Uni<Versioned<UpwardRoundView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        views
                            .of(context)
                            .map(view -> new Versioned<>(context.round().version(), view))));
  }

  public Uni<Page<UpwardRoundSummary>> list(Filter filter, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(viewer -> list(session, viewer, filter, after, page.limit() + 1)))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<List<UpwardRoundSummary>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors
        .list(session, viewer, filter, after, limit)
        .chain(
            seen ->
                rounds
                    .byIds(session, seen.keySet())
                    .chain(found -> contexts.of(session, found, viewer, seen)))
        .chain(seen -> views.summaries(session, seen));
  }
}
