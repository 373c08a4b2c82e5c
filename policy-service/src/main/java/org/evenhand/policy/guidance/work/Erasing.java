package org.evenhand.policy.guidance.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.policy.guidance.ChainAtAsking;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What goes with the words of requests: whatever else is kept for them, and repeats of commands.
 */
@ApplicationScoped
class Erasing {

  private final ChainAtAsking chain;
  private final DueWork dueWork;
  private final Idempotency idempotency;

  Erasing(ChainAtAsking chain, DueWork dueWork, Idempotency idempotency) {
    this.chain = chain;
    this.dueWork = dueWork;
    this.idempotency = idempotency;
  }

  /** The request is held meanwhile. */
  Uni<Void> follow(Mutiny.Session session, UUID request) {
    return chain
        .forget(session, List.of(request))
        .chain(() -> dueWork.cancel(session, ClaimWatch.KIND, request))
        .chain(() -> dueWork.cancel(session, GuidanceClosing.KIND, request))
        .chain(() -> dueWork.cancel(session, GuidanceForgetting.KIND, request))
        .chain(() -> idempotency.takeWords(session, List.of(request)));
  }
}
