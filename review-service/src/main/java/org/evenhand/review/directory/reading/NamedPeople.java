package org.evenhand.review.directory.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.review.directory.Directory;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people are called, for services that may show them and don't keep names. */
@ApplicationScoped
class NamedPeople {

  private final Mutiny.SessionFactory sessions;
  private final Directory directory;

  NamedPeople(Mutiny.SessionFactory sessions, Directory directory) {
    this.sessions = sessions;
    this.directory = directory;
  }

  Uni<NamesView> of(Collection<UUID> people) {
    return sessions.withTransaction(session -> directory.names(session, people)).map(NamesView::of);
  }
}
