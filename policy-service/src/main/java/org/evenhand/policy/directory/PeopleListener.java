package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with who works here, who is away, and whom they report to. */
public interface PeopleListener {

  /** In the transaction of the batch that told of them. */
  Uni<Void> peopleChanged(Mutiny.Session session, ToldPeople people);
}
