package org.evenhand.analytics.publication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has to wait so that the changes of a group cancel each other out. The changes are a flow from
 * level to level, and from and to outside of the group; where it doesn't balance, there is a path
 * from a level that loses people to one that gains some, and without one person of each change on
 * it there is less that doesn't (flow decomposition: R. K. Ahuja, T. L. Magnanti, J. B. Orlin,
 * <em>Network Flows</em>, 1993, theorem 3.5).
 */
final class Cancelling {

  private static final String OUTSIDE = "outside";

  private record Edge(String from, String to, Move move) {}

  private final Map<String, List<Edge>> edges = new HashMap<>();
  private final Map<String, Long> gained = new HashMap<>();

  private Cancelling(Collection<Move> changes, Cell cell, boolean withinStrata) {
    for (Move move : changes) {
      String from = place(move.change().shown(), cell, withinStrata);
      String to = place(move.shown(), cell, withinStrata);
      if (!from.equals(to)) {
        edges.computeIfAbsent(from, none -> new ArrayList<>()).add(new Edge(from, to, move));
        gained.merge(from, -move.people(), Long::sum);
        gained.merge(to, move.people(), Long::sum);
      }
    }
  }

  /**
   * The changes of a shortest such path; empty where all cancel each other out.
   *
   * @param withinStrata whether somebody who only changes the stratum moves
   */
  static List<Move> path(Collection<Move> changes, Cell cell, boolean withinStrata) {
    return new Cancelling(changes, cell, withinStrata).path();
  }

  private static String place(Share share, Cell cell, boolean withinStrata) {
    Integer level = share.levelIn(cell);
    return level == null ? OUTSIDE : (withinStrata ? share.stratum() : "") + "#" + level;
  }

  private List<Move> path() {
    Map<String, Edge> reachedBy = new HashMap<>();
    Deque<String> next = new ArrayDeque<>();
    gained.entrySet().stream()
        .filter(place -> place.getValue() < 0)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(next::add);
    List<String> losing = List.copyOf(next);
    while (!next.isEmpty()) {
      String place = next.remove();
      if (gained.getOrDefault(place, 0L) > 0) {
        return path(place, reachedBy);
      }
      for (Edge edge : edges.getOrDefault(place, List.of())) {
        if (!losing.contains(edge.to()) && reachedBy.putIfAbsent(edge.to(), edge) == null) {
          next.add(edge.to());
        }
      }
    }
    return List.of();
  }

  private static List<Move> path(String end, Map<String, Edge> reachedBy) {
    List<Move> path = new ArrayList<>();
    @Nullable Edge edge = reachedBy.get(end);
    while (edge != null) {
      path.add(edge.move());
      edge = reachedBy.get(edge.from());
    }
    return path;
  }
}
