package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import org.evenhand.analytics.counts.Cycle;
import org.hibernate.reactive.mutiny.Mutiny;

/** What follows from the figures of a closed cycle, in the transaction that publishes them. */
public interface ClosingFollowUp {

  /** A cycle may be closed more than once, by who reads the topics anew. */
  Uni<Void> published(Mutiny.Session session, Cycle cycle);
}
