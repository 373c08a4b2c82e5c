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

/**
 * What would be shown of a dimension, while it is being decided. The counts follow every change
 * that is taken back, so that its cost is that of the groups it touches.
 */
final class Draft {

  private final Material material;
  private final List<Move> moves;
  private final Map<Cell, List<Move>> byCell = new HashMap<>();
  private final Set<Cell> opened = new TreeSet<>();
  private final SortedMap<Cell, Counts> groups = new TreeMap<>();
  private Set<Cell> touched = new TreeSet<>();
  private boolean keepsNames;

  /**
   * All changes wholly, and every group of these phases open.
   *
   * @param phases in which groups may be opened
   */
  Draft(Material material, List<Move> moves, Set<Phase> phases) {
    this.material = material;
    this.moves = new ArrayList<>(moves);
    material.shown().forEach((cell, shown) -> groups.put(cell, shown.copy()));
    material
        .present()
        .forEach(
            (cell, present) -> {
              if (phases.contains(cell.phase()) && !groups.containsKey(cell)) {
                opened.add(cell);
                groups.put(cell, present.copy());
              }
            });
    for (Move move : moves) {
      index(move);
      for (Phase phase : Phase.values()) {
        Cell now = move.change().now().cell(phase);
        Share counted = opened.contains(now) ? move.change().now() : Share.NOTHING;
        add(phase, counted, -move.people());
        Cell was = move.change().shown().cell(phase);
        add(
            phase,
            material.shown().containsKey(was) ? move.change().shown() : Share.NOTHING,
            -move.people());
        add(phase, move.shown(), move.people());
      }
    }
    touched.addAll(groups.keySet());
  }

  private void index(Move move) {
    move.cells().forEach(cell -> byCell.computeIfAbsent(cell, none -> new ArrayList<>()).add(move));
  }

  private void add(Phase phase, Share share, long people) {
    Integer level = share.level(phase);
    Counts counted = level == null ? null : groups.get(share.cell(phase));
    if (counted != null && level != null) {
      counted.add(share.stratum(), level, people);
      touched.add(share.cell(phase));
    }
  }

  /** The open groups. */
  SortedMap<Cell, Counts> groups() {
    return groups;
  }

  /** The groups whose counts have changed since this was asked last; at first all. */
  Set<Cell> touched() {
    Set<Cell> found = touched;
    touched = new TreeSet<>();
    return found;
  }

  /** Whether the group is open from now on only. */
  boolean isOpened(Cell cell) {
    return opened.contains(cell);
  }

  boolean isOpen(Cell cell) {
    return groups.containsKey(cell);
  }

  /** The changes that add something to a group, or take something from it. */
  List<Move> changing(Cell cell) {
    return byCell.getOrDefault(cell, List.of()).stream()
        .filter(move -> changes(move, cell))
        .toList();
  }

  private static boolean changes(Move move, Cell cell) {
    return move.people() > 0
        && !move.isTakenBack()
        && move.shown().differsIn(cell, move.change().shown());
  }

  /** Takes back, by half or wholly, whatever changes a group. */
  void takeBack(Cell cell) {
    if (opened.remove(cell)) {
      groups.remove(cell);
    } else {
      changing(cell).forEach(this::takeBack);
    }
  }

  private void takeBack(Move move) {
    for (Phase phase : Phase.values()) {
      add(phase, move.shown(), -move.people());
    }
    move.takeBack();
    for (Phase phase : Phase.values()) {
      add(phase, move.shown(), move.people());
    }
  }

  /** Takes back so many people of a change, until they don't change a group any more. */
  void takeBack(Move move, long people, Cell cell) {
    Move part = move.split(people);
    moves.add(part);
    index(part);
    while (changes(part, cell)) {
      takeBack(part);
    }
  }

  /** Takes back everything. */
  void takeBack() {
    opened.forEach(groups::remove);
    opened.clear();
    moves.forEach(Move::hold);
    material.shown().forEach((cell, shown) -> groups.put(cell, shown.copy()));
    keepsNames = true;
  }

  /** Names the groups that were named, whoever they are of now. */
  void keepNames() {
    keepsNames = true;
  }

  boolean keepsNames() {
    return keepsNames;
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
      if (move.people() > 0) {
        long last = reached.merge(move.change().key(), move.people(), Long::sum);
        Share share = move.shown().within(this::isOpen);
        shown.add(
            new Shown(
                move.change(),
                last - move.people() + 1,
                last,
                share,
                share.equals(move.change().now().within(this::isOpen))));
      }
    }
    return shown;
  }
}
