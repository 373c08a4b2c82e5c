package org.evenhand.review.growth.checkin.action;

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
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows actions to the two. */
@ApplicationScoped
class ActionReading {

  private final Mutiny.SessionFactory sessions;
  private final ActionRepository actions;
  private final Directory directory;
  private final Access access;

  ActionReading(
      Mutiny.SessionFactory sessions,
      ActionRepository actions,
      Directory directory,
      Access access) {
    this.sessions = sessions;
    this.actions = actions;
    this.directory = directory;
    this.access = access;
  }

  Uni<Versioned<ActionView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> actions.get(session, id, viewer.employeeId()))
                .chain(
                    action ->
                        of(session, action).map(view -> new Versioned<>(action.version(), view))));
  }

  Uni<Page<ActionView>> list(@Nullable ActionState state, PageRequest page) {
    @Nullable UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            actions.page(
                                session, viewer.employeeId(), state, after, page.limit() + 1))
                    .chain(found -> views(session, found)))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  Uni<ActionView> of(Mutiny.Session session, CheckInAction action) {
    return views(session, List.of(action)).map(views -> views.get(0));
  }

  private Uni<List<ActionView>> views(Mutiny.Session session, List<CheckInAction> found) {
    return directory
        .names(
            session,
            found.stream()
                .flatMap(
                    action ->
                        Stream.of(
                                Stream.of(action.employeeId()),
                                action.managerId().stream(),
                                action.closedBy().stream())
                            .flatMap(people -> people))
                .collect(Collectors.toSet()))
        .map(names -> found.stream().map(action -> ActionView.of(action, names)).toList());
  }
}
