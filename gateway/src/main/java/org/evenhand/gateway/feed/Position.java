package org.evenhand.gateway.feed;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** How far somebody is in all topics that they read. */
final class Position {

  private final int selection;
  private final List<Place> places;
  private final Instant asOf;

  private Position(int selection, List<Place> places, Instant asOf) {
    this.selection = selection;
    this.places = places;
    this.asOf = asOf;
  }

  /**
   * Where a reading begins or goes on. A topic that is new since begins at its beginning.
   *
   * @param parameter where the cursor stands, for the answer
   * @param topics as they are now; those that are missing don't exist yet, or Kafka doesn't know
   * @throws Problem when the reading can't go on without a loss
   */
  static Position of(
      Selection selection,
      Optional<Cursor> cursor,
      String parameter,
      List<TopicState> topics,
      Instant now,
      Duration tombstones) {
    int digest = selection.digest();
    if (cursor.filter(given -> given.selection() != digest).isPresent()) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "The cursor is of other types.")
          .with(INCONSISTENT.parameter(parameter, "is of a reading of other types: begin anew"));
    }
    List<TopicState> read =
        topics.stream().filter(state -> selection.topics().contains(state.topic())).toList();
    Map<Uuid, Cursor.Mark> marks = new HashMap<>();
    cursor.ifPresent(given -> given.marks().forEach(mark -> marks.put(mark.topic(), mark)));
    requireKnown(marks.keySet(), read, read.size() == selection.topics().size());
    List<Place> places = new ArrayList<>();
    for (TopicState state : read) {
      Cursor.Mark mark = marks.get(state.id());
      places.add(
          mark == null ? Place.atBeginning(state, now) : Place.after(mark, state, now, tombstones));
    }
    return new Position(digest, places, now);
  }

  private static void requireKnown(Set<Uuid> marked, List<TopicState> read, boolean all) {
    Set<Uuid> known = read.stream().map(TopicState::id).collect(Collectors.toSet());
    if (known.containsAll(marked)) {
      return;
    }
    if (all) {
      throw Place.gone("A topic was deleted since, or created again.");
    }
    throw Problem.of(CommonProblem.DEPENDENCY_UNAVAILABLE, "A topic is missing at present.");
  }

  Position copy() {
    return new Position(selection, places.stream().map(Place::copy).toList(), asOf);
  }

  /** The first offset to be read, of each partition. */
  Map<TopicPartition, Long> next() {
    Map<TopicPartition, Long> next = new HashMap<>();
    for (Place place : places) {
      for (int i = 0; i < place.next().size(); i++) {
        next.put(new TopicPartition(place.topic().name(), i), place.next().get(i));
      }
    }
    return next;
  }

  void advance(String topic, int partition, long offset) {
    places.stream()
        .filter(place -> place.topic().name().equals(topic))
        .forEach(place -> place.advance(partition, offset));
  }

  /** Told that it was moved on: where it has come to the end, nothing was missed by then. */
  void settle() {
    places.forEach(place -> place.settle(asOf));
  }

  /** How many offsets lay ahead when the topics were looked at. */
  long behind() {
    return places.stream().mapToLong(Place::behind).sum();
  }

  boolean isBehind() {
    return behind() > 0;
  }

  Cursor cursor() {
    return new Cursor(selection, places.stream().map(Place::mark).toList());
  }
}
