package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.directory.People;
import org.evenhand.kit.web.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Turns sessions into what their caller may see of them. */
@ApplicationScoped
class Viewers {

  private final Mutiny.SessionFactory factory;
  private final People people;
  private final Caller caller;

  Viewers(Mutiny.SessionFactory factory, People people, Caller caller) {
    this.factory = factory;
    this.people = people;
    this.caller = caller;
  }

  record Versioned(long version, SessionView body) {}

  /** Empty for a client. */
  Uni<Optional<UUID>> viewer() {
    if (caller.isClient()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return factory.withTransaction(db -> people.caller(db, caller).map(Optional::of));
  }

  Uni<Versioned> view(Uni<Session> session) {
    return session.chain(
        found ->
            viewer().map(viewer -> new Versioned(found.version(), SessionView.of(found, viewer))));
  }
}
