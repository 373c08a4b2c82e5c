package org.evenhand.review.me;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Employee;
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

  /** What the directory knows of a person. */
  private record Found(Employee self, Optional<ManagerView> manager, long reports) {}

  Uni<MeView> view() {
    return sessions.withTransaction(
        session ->
            access
                .viewer(session)
                .chain(
                    viewer ->
                        viewer.is(Viewer.NOBODY)
                            ? Uni.createFrom().item(() -> system(viewer))
                            : find(session, viewer).map(found -> person(viewer, found))));
  }

  private Uni<Found> find(Mutiny.Session session, Viewer viewer) {
    return directory
        .byId(session, viewer.employeeId())
        .map(Optional::orElseThrow)
        .chain(self -> find(session, self));
  }

  /** Reads one after the other: a session runs one statement at a time. */
  private Uni<Found> find(Mutiny.Session session, Employee self) {
    return Uni.combine()
        .all()
        .unis(manager(session, self), directory.directReports(session, self.id()))
        .usingConcurrencyOf(1)
        .with((manager, reports) -> new Found(self, manager, reports));
  }

  private static MeView system(Viewer viewer) {
    return new MeView(
        null,
        null,
        null,
        viewer.externalId(),
        roles(viewer),
        null,
        0,
        List.of(),
        Action.openTo(viewer.roles()));
  }

  private static MeView person(Viewer viewer, Found found) {
    Employee self = found.self();
    return new MeView(
        self.id(),
        self.externalId(),
        self.name(),
        null,
        roles(viewer),
        found.manager().orElse(null),
        found.reports(),
        viewer.hrUnits().stream().sorted().toList(),
        Action.openTo(viewer.roles()));
  }

  private static List<String> roles(Viewer viewer) {
    return viewer.roles().stream().sorted().toList();
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
