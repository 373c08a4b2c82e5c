package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps up with which results are shared with whom they are about. */
public interface SharedResults {

  /** In the transaction of the batch that told of them, once nobody publishes. */
  Uni<Void> shared(Mutiny.Session session, List<SharedResult> results);
}
