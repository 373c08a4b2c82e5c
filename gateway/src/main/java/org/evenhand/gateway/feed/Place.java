package org.evenhand.gateway.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * How far somebody is in one topic, as it is now.
 *
 * <p>A compacted topic forgets a tombstone some time after it was written. Who is under way for
 * longer than that may have read a value and never hear that it is gone. So a place remembers since
 * when its reader is under way without having come to the end, where nothing can be missed.
 *
 * <p>Where a reader can't go on in a compacted topic, it begins anew, there alone: all that counts
 * is in it still. Facts that are lost are not.
 */
final class Place {

  private final TopicState state;
  private final List<Offset> next;
  private final boolean anew;
  private Instant since;

  private Place(TopicState state, List<Offset> next, Instant since, boolean anew) {
    this.state = state;
    this.next = next;
    this.since = since;
    this.anew = anew;
  }

  static Place atBeginning(TopicState state, Instant now) {
    return beginning(state, now, false);
  }

  /**
   * Partitions that are new since begin at their beginning.
   *
   * @throws Problem when facts that lie ahead of it are lost
   */
  static Place after(Cursor.Mark mark, TopicState state, Instant now) {
    String loss = loss(mark, state);
    if (!loss.isEmpty()) {
      return lost(loss, state, now);
    }
    Place place = new Place(state, goneOn(mark, state), mark.since(), false);
    if (!place.isBehind()) {
      place.since = now;
    } else if (state.topic().compacted() && now.isAfter(mark.since().plus(state.tombstones()))) {
      return beginning(state, now, true);
    }
    return place;
  }

  private static Place beginning(TopicState state, Instant now, boolean anew) {
    List<Offset> begins = new ArrayList<>(state.begins().stream().map(Offset::of).toList());
    return new Place(state, begins, now, anew);
  }

  private static Place lost(String why, TopicState state, Instant now) {
    if (state.topic().compacted()) {
      return beginning(state, now, true);
    }
    throw gone(why);
  }

  /** Empty if there is none. */
  private static String loss(Cursor.Mark mark, TopicState state) {
    if (!mark.id().equals(state.id())) {
      return "A topic was deleted since, or created again.";
    }
    if (mark.next().size() > state.begins().size()) {
      return "The topic has fewer partitions than it had.";
    }
    for (int i = 0; i < mark.next().size(); i++) {
      Offset at = mark.next().get(i);
      Offset end = state.ends().get(i);
      boolean ofLaterLeader = end.epoch() != Offset.NO_EPOCH && at.epoch() > end.epoch();
      if (at.next() > end.next() || ofLaterLeader) {
        return "The topic ends before this position: it was restored or lost records.";
      }
      if (at.next() < state.begins().get(i) && !state.topic().compacted()) {
        return "Events behind this position were deleted.";
      }
    }
    return "";
  }

  private static List<Offset> goneOn(Cursor.Mark mark, TopicState state) {
    List<Offset> next = new ArrayList<>();
    for (int i = 0; i < state.begins().size(); i++) {
      Offset begin = Offset.of(state.begins().get(i));
      Offset at = i < mark.next().size() ? mark.next().get(i) : begin;
      next.add(at.next() < begin.next() ? begin : at);
    }
    return next;
  }

  static Problem gone(String why) {
    return Problem.of(GatewayProblem.POSITION_GONE, why);
  }

  Place copy() {
    return new Place(state, new ArrayList<>(next), since, anew);
  }

  TopicState state() {
    return state;
  }

  PublicTopic topic() {
    return state.topic();
  }

  /** Whether what was read of it before counts no more. */
  boolean isAnew() {
    return anew;
  }

  List<Offset> next() {
    return Collections.unmodifiableList(next);
  }

  void advance(int partition, Offset to) {
    next.set(partition, to);
  }

  /** Past what holds no record. */
  void advance(int partition, long offset) {
    next.set(partition, new Offset(offset, next.get(partition).epoch()));
  }

  /** How many offsets lie ahead; a few of them may hold no record. */
  long behind() {
    long behind = 0;
    for (int i = 0; i < next.size(); i++) {
      behind += Math.max(0, state.ends().get(i).next() - next.get(i).next());
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
    return new Cursor.Mark(state.topic().digest(), state.id(), since, List.copyOf(next));
  }
}
