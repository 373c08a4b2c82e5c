package org.evenhand.review.cycle;

import java.time.Instant;
import org.evenhand.review.directory.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** A step on a cycle: who takes it, when, in which transaction. */
public record CycleTurn(
    Mutiny.Session session, Cycle cycle, Viewer viewer, Standing standing, Instant at) {

  public Signature signature(Side side) {
    return new Signature(standing.employeeId(), side, at);
  }
}
