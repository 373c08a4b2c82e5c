package org.evenhand.review.growth.moved;

import org.evenhand.kit.data.due.DueTask;

/**
 * Follows people as they come, go and move. Each thing that an import concerns is looked at by
 * itself, in a transaction of its own, as due work of this kind.
 */
public interface Follower extends DueTask {

  /**
   * A query of the ids of what is to be looked at. It may read {@code told} and {@code moved} of
   * {@link MovedPosts} and {@code :now}, the present moment.
   */
  String concerned();
}
