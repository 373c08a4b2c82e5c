package org.evenhand.review.growth.peer.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.peer.PeerAccess;
import org.evenhand.review.growth.peer.PeerRelation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists and single requests to peers, through the same doors. */
@ApplicationScoped
class PeerReading {

  private final Mutiny.SessionFactory sessions;
  private final PeerContexts contexts;
  private final PeerAccess doors;
  private final Directory directory;
  private final Access access;

  PeerReading(
      Mutiny.SessionFactory sessions,
      PeerContexts contexts,
      PeerAccess doors,
      Directory directory,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.doors = doors;
    this.directory = directory;
    this.access = access;
  }

  Uni<Versioned<PeerRequestView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .chain(
                    context ->
                        view(context).map(view -> new Versioned<>(context.version(), view))));
  }

  Uni<PeerRequestView> view(PeerContext context) {
    return views(context.session(), List.of(context)).map(views -> views.get(0));
  }

  /**
   * @param review the only one wanted; null for all
   */
  Uni<Page<PeerRequestView>> list(@Nullable UUID review, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            doors
                                .list(session, viewer, review, after, page.limit() + 1)
                                .chain(seen -> contexts.of(session, viewer, seen)))
                    .chain(found -> views(session, found)))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  private Uni<List<PeerRequestView>> views(Mutiny.Session session, List<PeerContext> found) {
    return directory
        .names(
            session,
            found.stream()
                .flatMap(one -> Stream.of(one.request().peerId(), one.review().employeeId()))
                .collect(Collectors.toSet()))
        .map(names -> found.stream().map(one -> view(one, names)).toList());
  }

  private static PeerRequestView view(PeerContext context, Names names) {
    return new PeerRequestView(
        context.request().id(),
        context.review().id(),
        names.of(context.review().employeeId()),
        names.of(context.request().peerId()),
        context.request().byReviewee(),
        context.state(),
        context.request().reason().orElse(null),
        PeerRelation.readsRefusal(context.relations())
            ? context.request().refusal().orElse(null)
            : null,
        context.relations().stream().sorted().toList(),
        context.open());
  }
}
