package org.evenhand.review.me;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.Employee;
import org.evenhand.review.directory.Viewer;
import org.evenhand.review.me.MeView.ManagerView;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells callers who they are to us. */
@ApplicationScoped
class Me {

  private final Mutiny.SessionFactory sessions;
  private final Access access;
  private final Directory directory;

  Me(Mutiny.SessionFactory sessions, Access access, Directory directory) {
    this.sessions = sessions;
    this.access = access;
    this.directory = directory;
  }

  Uni<MeView> view() {
    return sessions.withTransaction(
        session -> access.viewer(session).chain(viewer -> view(session, viewer)));
  }

  private Uni<MeView> view(Mutiny.Session session, Viewer viewer) {
    List<String> roles = viewer.roles().stream().sorted().toList();
    List<String> actions = Action.openTo(viewer.roles());
    if (viewer.is(Viewer.NOBODY)) {
      return Uni.createFrom()
          .item(
              new MeView(
                  null, null, null, viewer.externalId(), roles, null, 0, List.of(), actions));
    }
    return directory
        .byId(session, viewer.employeeId())
        .map(Optional::orElseThrow)
        .chain(
            self ->
                manager(session, self)
                    .chain(
                        manager ->
                            directory
                                .directReports(session, self.id())
                                .map(
                                    reports ->
                                        new MeView(
                                            self.id(),
                                            self.externalId(),
                                            self.name(),
                                            null,
                                            roles,
                                            manager.orElse(null),
                                            reports,
                                            viewer.hrUnits().stream().sorted().toList(),
                                            actions))));
  }

  private Uni<Optional<ManagerView>> manager(Mutiny.Session session, Employee self) {
    return self.main()
        .lineManagerId()
        .map(id -> directory.byId(session, id))
        .orElse(Uni.createFrom().item(Optional.empty()))
        .map(
            found ->
                found.map(
                    manager ->
                        new ManagerView(manager.id(), manager.externalId(), manager.name())));
  }
}
