package org.evenhand.analytics.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Phase;

/** What would be shown of a dimension, while it is being decided. */
final class Draft {

  private final Material material;
  private final List<Move> moves;
  private final Set<Cell> opened = new TreeSet<>();
  private boolean keepsNames;

  Draft(Material material, List<Move> moves) {
    this.material = material;
    this.moves = new ArrayList<>(moves);
  }

  List<Move> moves() {
    return moves;
  }

  /** Opens every group of these phases that is not open. */
  void open(Set<Phase> phases) {
    material.present().keySet().stream()
        .filter(cell -> phases.contains(cell.phase()) && !material.shown().containsKey(cell))
        .forEach(opened::add);
  }

  /** Whether the group is open from now on only. */
  boolean isOpened(Cell cell) {
    return opened.contains(cell);
  }

  boolean isOpen(Cell cell) {
    return material.shown().containsKey(cell) || opened.contains(cell);
  }

  /** Takes back, by half or wholly, whatever changes a group. */
  void takeBack(Cell cell) {
    if (!opened.remove(cell)) {
      moves.stream().filter(move -> changes(move, cell)).forEach(Move::takeBack);
    }
  }

  /** Takes back so many people of those who change a group. */
  void takeBack(Cell cell, long people) {
    long left = people;
    for (Move move : List.copyOf(moves)) {
      if (left > 0 && changes(move, cell)) {
        long some = Math.min(left, move.people());
        moves.add(move.holdSome(some));
        left -= some;
      }
    }
    moves.removeIf(move -> move.people() == 0);
  }

  /** Takes back everything. */
  void takeBack() {
    opened.clear();
    moves.forEach(Move::hold);
    keepsNames = true;
  }

  /** Names the groups that were named, whoever they are of now. */
  void keepNames() {
    keepsNames = true;
  }

  boolean keepsNames() {
    return keepsNames;
  }

  boolean changes(Move move, Cell cell) {
    return !move.isTakenBack() && seen(move).differsIn(cell, move.change().shown());
  }

  boolean changesLevel(Move move, Cell cell) {
    return !move.isTakenBack() && seen(move).levelDiffersIn(cell, move.change().shown());
  }

  private Share seen(Move move) {
    return move.shown().within(this::isOpen);
  }

  /** The open groups. */
  SortedMap<Cell, Counts> groups() {
    SortedMap<Cell, Counts> counts = new TreeMap<>();
    material.shown().forEach((cell, shown) -> counts.put(cell, shown.copy()));
    for (Cell cell : opened) {
      Counts present = material.present().get(cell);
      counts.put(cell, present == null ? new Counts(material.levels()) : present.copy());
    }
    for (Move move : moves) {
      for (Phase phase : Phase.values()) {
        Share was = move.change().shown();
        if (material.shown().containsKey(was.cell(phase))) {
          add(counts, phase, was, -move.people());
        }
        Share now = move.change().now();
        if (opened.contains(now.cell(phase))) {
          add(counts, phase, now, -move.people());
        }
        add(counts, phase, move.shown(), move.people());
      }
    }
    return counts;
  }

  private static void add(SortedMap<Cell, Counts> counts, Phase phase, Share share, long people) {
    Counts counted = counts.get(share.cell(phase));
    Integer level = share.level(phase);
    if (counted != null && level != null) {
      counted.add(share.stratum(), level, people);
    }
  }

  /** The groups that are named only, with the number of their people. */
  SortedMap<Cell, Long> named() {
    SortedMap<Cell, Long> people = new TreeMap<>();
    if (keepsNames) {
      people.putAll(material.hidden());
    } else {
      material.present().forEach((cell, counts) -> people.put(cell, counts.people()));
      for (Move move : moves) {
        addPeople(people, move.change().now(), -move.people());
        addPeople(people, move.shown(), move.people());
      }
    }
    people.values().removeIf(n -> n <= 0);
    people.keySet().removeIf(this::isOpen);
    return people;
  }

  private static void addPeople(SortedMap<Cell, Long> people, Share share, long n) {
    for (Phase phase : Phase.values()) {
      if (share.level(phase) != null) {
        people.merge(share.cell(phase), n, Long::sum);
      }
    }
  }

  /** What is shown of each change. */
  List<Shown> shown() {
    Map<String, Long> reached = new HashMap<>();
    List<Shown> shown = new ArrayList<>();
    for (Move move : moves) {
      long last = reached.merge(move.change().key(), move.people(), Long::sum);
      Share share = seen(move);
      shown.add(
          new Shown(
              move.change(),
              last - move.people() + 1,
              last,
              share,
              share.equals(move.change().now().within(this::isOpen))));
    }
    return shown;
  }
}
