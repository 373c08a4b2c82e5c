package org.evenhand.gateway.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * How far somebody is in one topic, as it is now.
 *
 * <p>A compacted topic forgets a tombstone some time after it was written. Who is under way for
 * longer than that may have read a value and never hear that it is gone. So a place remembers since
 * when its reader is under way without having come to the end, where nothing can be missed.
 */
final class Place {

  private final TopicState state;
  private final List<Long> next;
  private Instant since;

  private Place(TopicState state, List<Long> next, Instant since) {
    this.state = state;
    this.next = next;
    this.since = since;
  }

  static Place atBeginning(TopicState state, Instant now) {
    return new Place(state, new ArrayList<>(state.begins()), now);
  }

  /**
   * Partitions that are new since begin at their beginning.
   *
   * @param tombstones for how long a compacted topic keeps them at least
   * @throws Problem when something that lies ahead of it is lost
   */
  static Place after(Cursor.Mark mark, TopicState state, Instant now, Duration tombstones) {
    int known = mark.next().size();
    int partitions = state.begins().size();
    if (known > partitions) {
      throw gone("The topic has fewer partitions than it had.");
    }
    List<Long> next = new ArrayList<>(mark.next());
    next.addAll(state.begins().subList(known, partitions));
    for (int i = 0; i < known; i++) {
      next.set(i, inside(next.get(i), i, state));
    }
    Place place = new Place(state, next, mark.since());
    if (!place.isBehind()) {
      place.since = now;
    } else if (state.topic().compacted() && now.isAfter(mark.since().plus(tombstones))) {
      throw gone("Since then it may have been forgotten that something was deleted.");
    }
    return place;
  }

  private static long inside(long offset, int partition, TopicState state) {
    if (offset > state.ends().get(partition)) {
      throw gone("The topic ends before this position: it was restored or lost records.");
    }
    long begin = state.begins().get(partition);
    if (offset < begin && !state.topic().compacted()) {
      throw gone("Events behind this position were deleted.");
    }
    return Math.max(offset, begin);
  }

  static Problem gone(String why) {
    return Problem.of(GatewayProblem.POSITION_GONE, why);
  }

  Place copy() {
    return new Place(state, new ArrayList<>(next), since);
  }

  PublicTopic topic() {
    return state.topic();
  }

  Uuid id() {
    return state.id();
  }

  List<Long> next() {
    return Collections.unmodifiableList(next);
  }

  void advance(int partition, long offset) {
    next.set(partition, offset);
  }

  /** How many offsets lie ahead; a few of them may hold no record. */
  long behind() {
    long behind = 0;
    for (int i = 0; i < next.size(); i++) {
      behind += Math.max(0, state.ends().get(i) - next.get(i));
    }
    return behind;
  }

  boolean isBehind() {
    return behind() > 0;
  }

  /** At the end nothing can have been missed. */
  void settle(Instant now) {
    if (!isBehind()) {
      since = now;
    }
  }

  Cursor.Mark mark() {
    return new Cursor.Mark(state.id(), since, List.copyOf(next));
  }
}
