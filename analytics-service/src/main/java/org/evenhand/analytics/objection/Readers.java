package org.evenhand.analytics.objection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds out what the caller is to objections. */
@ApplicationScoped
public class Readers {

  private final Directory directory;
  private final Caller caller;

  Readers(Directory directory, Caller caller) {
    this.directory = directory;
    this.caller = caller;
  }

  public Uni<Reader> caller(Mutiny.Session session) {
    boolean lead = caller.has(Roles.HR_LEAD);
    return directory
        .require(session, caller)
        .chain(
            person ->
                directory
                    .managersAbove(session, person.employeeId())
                    .map(above -> new Reader(person.employeeId(), lead, above)));
  }
}
