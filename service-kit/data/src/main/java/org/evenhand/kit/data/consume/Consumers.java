package org.evenhand.kit.data.consume;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a service may do with its own consumers. The loops run by themselves. */
@ApplicationScoped
public class Consumers {

  private final Rewinding rewinding;
  private final Progress progress;

  public Consumers(Rewinding rewinding, Progress progress) {
    this.rewinding = rewinding;
    this.progress = progress;
  }

  /**
   * Reads a topic anew from its beginning. Joins the caller's transaction; the loops of all
   * instances start over when it commits.
   *
   * <p>Call it before the first statement that clears what the handler has written: it waits for
   * running batches, whose effects would otherwise survive the clearing and then count twice.
   */
  public Uni<Void> rewind(String topic) {
    return rewinding.rewind(topic);
  }

  /** Rewinds, and clears in the same transaction, in the order that is safe. */
  public Uni<Void> rewind(String topic, Function<Mutiny.Session, Uni<Void>> clear) {
    return rewinding.rewind(topic, clear);
  }

  /**
   * How many offsets of the topic this service has not taken in yet; 0 when it has caught up. After
   * a rewind all of them count until the loops have started over.
   */
  public Uni<Long> remaining(String topic) {
    return progress.remaining(topic);
  }
}
