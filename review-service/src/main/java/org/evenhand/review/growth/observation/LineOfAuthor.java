package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who leads whoever writes. What people see of those is a view from below, and not kept here. */
@Singleton
class LineOfAuthor {

  private static final String ABOVE =
      "select e.id as id from employee e where e.id = :subject"
          + " and cast(:today as date) is not null and "
          + AccessClauses.lineAbove("e.id");

  /** Whether the person is above the author, by either relationship. */
  Uni<Boolean> isAbove(Mutiny.Session session, Viewer author, UUID subject) {
    return author.bind(Rows.of(session, ABOVE)).bind("subject", subject).any();
  }
}
