package org.evenhand.policy.calibration;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps something of what calibration tells. */
public interface CalibrationListener {

  /** The types of events that it takes. */
  Set<String> types();

  /** In the transaction of the batch. */
  Uni<Void> take(Mutiny.Session session, ReceivedEvent event);
}
