package org.evenhand.review.review.succession;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears that reviews have another reviewer, in the transaction in which they come to them. */
@FunctionalInterface
public interface ReviewersChanged {

  Uni<Void> passed(Mutiny.Session session, Collection<UUID> reviews);
}
