package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Turns sessions into what their caller may see of them. */
@ApplicationScoped
class Viewers {

  private final Mutiny.SessionFactory factory;
  private final Members members;

  Viewers(Mutiny.SessionFactory factory, Members members) {
    this.factory = factory;
    this.members = members;
  }

  record Versioned(long version, SessionView body) {}

  Uni<Viewer> viewer() {
    return factory.withTransaction(members::viewer);
  }

  Uni<Versioned> view(Uni<Session> session) {
    return session.chain(
        found ->
            viewer().map(viewer -> new Versioned(found.version(), SessionView.of(found, viewer))));
  }
}
