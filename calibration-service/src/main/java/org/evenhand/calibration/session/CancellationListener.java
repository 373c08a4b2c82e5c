package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears of sessions that end without a decision. */
public interface CancellationListener {

  /** In the transaction that cancels it. */
  Uni<Void> sessionCancelled(Mutiny.Session db, Session session);
}
