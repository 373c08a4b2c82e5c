package org.evenhand.gateway.feed;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
   * @throws Problem when the reading can't go on, or not without a loss
   */
  static Position of(
      Selection selection, Optional<Cursor> cursor, String parameter, Look look, Instant now) {
    int digest = selection.digest();
    if (cursor.filter(given -> given.selection() != digest).isPresent()) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "The cursor is of other types.")
          .with(INCONSISTENT.parameter(parameter, "is of a reading of other types: begin anew"));
    }
    requireReadable(selection, look);
    List<TopicState> read =
        look.topics().stream().filter(state -> selection.topics().contains(state.topic())).toList();
    Map<Integer, Cursor.Mark> marks = new HashMap<>();
    cursor.ifPresent(given -> given.marks().forEach(mark -> marks.put(mark.topic(), mark)));
    List<Place> places = new ArrayList<>();
    for (TopicState state : read) {
      Cursor.Mark mark = marks.remove(state.topic().digest());
      places.add(mark == null ? Place.atBeginning(state, now) : Place.after(mark, state, now));
    }
    requireNoneLeft(marks.keySet(), selection, look);
    return new Position(digest, places, now);
  }

  /** An empty page would say that nothing has happened. */
  private static void requireReadable(Selection selection, Look look) {
    if (look.withheld().containsAll(selection.topics())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This installation doesn't tell these events over HTTP.");
    }
    if (selection.topics().stream().anyMatch(look.failing()::contains)) {
      throw missing();
    }
  }

  /** A topic that isn't granted any more won't come back by itself; one that is away may. */
  private static void requireNoneLeft(Set<Integer> left, Selection selection, Look look) {
    Set<Integer> awaited =
        selection.topics().stream()
            .filter(topic -> !look.withheld().contains(topic))
            .map(PublicTopic::digest)
            .collect(Collectors.toSet());
    if (!left.isEmpty()) {
      throw awaited.containsAll(left)
          ? missing()
          : Place.gone("A topic that was read before isn't told any more.");
    }
  }

  private static Problem missing() {
    return Problem.of(CommonProblem.DEPENDENCY_UNAVAILABLE, "A topic is missing at present.");
  }

  Position copy() {
    return new Position(selection, places.stream().map(Place::copy).toList(), asOf);
  }

  /** The ids of the topics. */
  Set<Uuid> topics() {
    return places.stream().map(place -> place.state().id()).collect(Collectors.toSet());
  }

  /** The types of which all is told again from here, and what was read of them before is void. */
  List<String> anew() {
    return places.stream()
        .filter(Place::isAnew)
        .map(place -> place.topic().types())
        .flatMap(Collection::stream)
        .sorted()
        .toList();
  }

  /** The first offset to be read, of each partition. */
  Map<TopicPartition, Offset> next() {
    Map<TopicPartition, Offset> next = new HashMap<>();
    for (Place place : places) {
      for (int i = 0; i < place.next().size(); i++) {
        next.put(new TopicPartition(place.topic().name(), i), place.next().get(i));
      }
    }
    return next;
  }

  /** Past a record. */
  void advance(TopicPartition partition, Offset to) {
    places.stream()
        .filter(place -> place.topic().name().equals(partition.topic()))
        .forEach(place -> place.advance(partition.partition(), to));
  }

  /** Past what holds no record. */
  void advance(TopicPartition partition, long offset) {
    places.stream()
        .filter(place -> place.topic().name().equals(partition.topic()))
        .forEach(place -> place.advance(partition.partition(), offset));
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
