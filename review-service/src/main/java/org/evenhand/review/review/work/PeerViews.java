package org.evenhand.review.review.work;

import io.smallrye.mutiny.Uni;
import org.evenhand.review.review.access.ReviewContext;

/** Hears that a peer has said what they were asked for. */
@FunctionalInterface
public interface PeerViews {

  /** Tells that the caller has written, in the context's transaction. */
  Uni<Void> given(ReviewContext context);
}
