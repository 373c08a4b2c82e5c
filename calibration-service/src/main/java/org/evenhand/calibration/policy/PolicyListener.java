package org.evenhand.calibration.policy;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with which version of a policy is in force. */
public interface PolicyListener {

  /** In the transaction of the batch that told of it, which waits for nothing long. */
  Uni<Void> policyChanged(Mutiny.Session db, UUID policy);
}
