package org.evenhand.analytics.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * Which changes of one dimension an edition shows. It begins with all of them, and takes back those
 * by which something would move for a few people, until nothing does; what is taken back waits for
 * others to follow.
 *
 * <p>A change is taken back by halves first. Once all ratings stand, somebody whose level or group
 * before calibration can't move yet is shown after calibration too: the same people have to be seen
 * in both, or one who is held back would keep all others of the group from being seen.
 */
final class Release {

  /** So many of a change as it would be shown, by halves, or not at all. */
  private static final class Move {
    private static final int NOT_AT_ALL = 2;

    private final Change change;
    private final Share whole;
    private final Share half;
    private long people;
    private int stage;

    Move(Change change, Share whole, Share half, long people) {
      this.change = change;
      this.whole = whole;
      this.half = half;
      this.people = people;
    }

    Share shown() {
      return stage == 0 ? whole : stage == 1 ? half : change.shown();
    }

    boolean isOn() {
      return stage < NOT_AT_ALL;
    }

    void takeBack() {
      stage++;
    }

    void hold() {
      stage = NOT_AT_ALL;
    }

    /** Takes some people out of it, who are not shown at all. */
    Move holdSome(long some) {
      people -= some;
      Move held = new Move(change, whole, half, some);
      held.hold();
      return held;
    }
  }

  private final Rules rules;
  private final Material material;
  private final List<Move> moves = new ArrayList<>();
  private final Set<Cell> opened = new TreeSet<>();
  private boolean keepsNames;
  private SortedMap<Cell, Counts> next = new TreeMap<>();

  /**
   * @param targets what would be shown of each change
   * @param standing whether all ratings stand after calibration, decided or not
   */
  Release(Rules rules, Material material, List<Share> targets, boolean standing) {
    this.rules = rules;
    this.material = material;
    boolean completes = standing && !material.dimension().equals(Dimensions.REVIEWER);
    for (int i = 0; i < targets.size(); i++) {
      Change change = material.changes().get(i);
      moves.add(
          new Move(
              change,
              targets.get(i),
              half(change.shown(), targets.get(i), completes),
              change.people()));
    }
  }

  /** Shows as much as the groups by themselves allow. */
  void settle() {
    material.present().keySet().stream()
        .filter(cell -> !material.shown().containsKey(cell))
        .forEach(opened::add);
    steps();
  }

  /**
   * Shows as much as may be seen beside the total.
   *
   * @return whether that is coherent with the total; if not, the total may not move
   */
  boolean settle(Total total) {
    material.present().keySet().stream()
        .filter(cell -> total.isShown(cell.phase()) && !material.shown().containsKey(cell))
        .forEach(opened::add);
    while (true) {
      steps();
      Optional<Phase> tells = complement(total).tellsIn();
      if (tells.isEmpty()) {
        return true;
      }
      if (holdBack(tells.get())) {
        continue;
      }
      if (!keepsNames) {
        keepsNames = true;
      } else {
        return false;
      }
    }
  }

  /** Shows what was shown. */
  void hold() {
    opened.clear();
    moves.forEach(Move::hold);
    keepsNames = true;
    next = count();
  }

  /** The open groups, as they will be shown. */
  SortedMap<Cell, Counts> groups() {
    return next;
  }

  /** The groups that are named only, with as many people as keep them hidden. */
  SortedMap<Cell, Long> hidden() {
    SortedMap<Cell, Long> people = new TreeMap<>(keepsNames ? material.hidden() : Map.of());
    if (keepsNames) {
      people.keySet().removeIf(this::isOpen);
      return people;
    }
    material.present().forEach((cell, counts) -> people.merge(cell, counts.people(), Long::sum));
    for (Move move : moves) {
      addPeople(people, move.change.now(), -move.people);
      addPeople(people, move.shown(), move.people);
    }
    people.values().removeIf(n -> n <= 0);
    people.keySet().removeIf(this::isOpen);
    people.replaceAll((cell, n) -> rules.hidden(n));
    return people;
  }

  /** What is shown of each change from now on. */
  List<Shown> shown() {
    Map<String, Long> reached = new HashMap<>();
    List<Shown> shown = new ArrayList<>();
    for (Move move : moves) {
      long last = reached.merge(move.change.key(), move.people, Long::sum);
      Share share = move.shown().within(this::isOpen);
      shown.add(
          new Shown(
              move.change,
              last - move.people + 1,
              last,
              share,
              share.equals(move.change.now().within(this::isOpen))));
    }
    return shown;
  }

  boolean isOpen(Cell cell) {
    return material.shown().containsKey(cell) || opened.contains(cell);
  }

  private static Share half(Share shown, Share whole, boolean completes) {
    if (shown.before() == null) {
      return shown;
    }
    Integer after = whole.after() == null ? shown.after() : whole.after();
    return Share.of(
        shown.value(),
        shown.stratum(),
        shown.before(),
        after == null && completes ? shown.before() : after);
  }

  /** Takes back until no group moves by a few, or differs by a few after calibration. */
  private void steps() {
    while (true) {
      next = count();
      Set<Cell> wrong = new TreeSet<>();
      for (Cell cell : next.keySet()) {
        if (movesByFew(cell)) {
          wrong.add(cell);
        }
      }
      if (wrong.isEmpty()) {
        wrong = undecided();
      }
      if (wrong.isEmpty()) {
        return;
      }
      wrong.forEach(this::takeBack);
    }
  }

  private boolean movesByFew(Cell cell) {
    Counts now = now(cell);
    Counts before = before(cell);
    return rules.isFew(
            Counts.moved(before.whole(), now.whole()),
            people(
                move ->
                    move.shown().within(this::isOpen).levelDiffersIn(cell, move.change.shown())))
        || rules.isFew(before.movedWithinStrata(now), people(move -> changes(move, cell)));
  }

  private long people(Predicate<Move> which) {
    return moves.stream().filter(which).mapToLong(move -> move.people).sum();
  }

  /** After calibration waits first: it follows. */
  private Set<Cell> undecided() {
    Set<Cell> wrong = new TreeSet<>();
    for (Cell before : next.keySet()) {
      Cell after = before.other();
      if (before.phase() == Phase.BEFORE && next.containsKey(after)) {
        long here = now(before).people();
        long there = now(after).people();
        if (here > 0 && there > 0 && rules.isFewMore(here, there)) {
          if (moves(after)) {
            wrong.add(after);
          } else if (moves(before)) {
            wrong.add(before);
          }
        }
      }
    }
    return wrong;
  }

  private boolean moves(Cell cell) {
    return opened.contains(cell) || before(cell).movedWithinStrata(now(cell)) > 0;
  }

  /**
   * Keeps a few more people from being seen, so that those whom the rest tells of are more: a
   * handful of the group that moves most, or all of the smallest one that moves.
   *
   * @return false if nobody moves
   */
  private boolean holdBack(Phase first) {
    List<Cell> moving =
        next.keySet().stream()
            .filter(this::moves)
            .sorted(Comparator.comparing(cell -> cell.phase() != first))
            .toList();
    Optional<Cell> most =
        moving.stream()
            .filter(cell -> cell.phase() == first && !opened.contains(cell))
            .max(Comparator.comparing(this::moved).thenComparing(Comparator.naturalOrder()));
    if (most.isPresent() && moved(most.get()) >= 2 * rules.leastChange()) {
      holdHandful(most.get());
      return true;
    }
    Optional<Cell> smallest =
        moving.stream()
            .min(
                Comparator.<Cell, Boolean>comparing(cell -> cell.phase() != first)
                    .thenComparing(cell -> now(cell).people())
                    .thenComparing(Comparator.naturalOrder()));
    smallest.ifPresent(this::takeBack);
    return smallest.isPresent();
  }

  private void holdHandful(Cell cell) {
    long left = rules.leastChange();
    for (Move move : List.copyOf(moves)) {
      if (left > 0 && changes(move, cell)) {
        long some = Math.min(left, move.people);
        moves.add(move.holdSome(some));
        left -= some;
      }
    }
    moves.removeIf(move -> move.people == 0);
  }

  private long moved(Cell cell) {
    return Counts.moved(before(cell).whole(), now(cell).whole());
  }

  private void takeBack(Cell cell) {
    if (opened.remove(cell)) {
      return;
    }
    moves.stream().filter(move -> changes(move, cell)).forEach(Move::takeBack);
  }

  private boolean changes(Move move, Cell cell) {
    return move.isOn() && move.shown().within(this::isOpen).differsIn(cell, move.change.shown());
  }

  private SortedMap<Cell, Counts> count() {
    SortedMap<Cell, Counts> counts = new TreeMap<>();
    material.shown().forEach((cell, shown) -> counts.put(cell, shown.copy()));
    for (Cell cell : opened) {
      Counts present = material.present().get(cell);
      counts.put(cell, present == null ? new Counts(material.levels()) : present.copy());
    }
    for (Move move : moves) {
      for (Phase phase : Phase.values()) {
        Cell shown = move.change.shown().cell(phase);
        if (material.shown().containsKey(shown)) {
          add(counts, shown, move.change.shown(), -move.people);
        }
        Cell now = move.change.now().cell(phase);
        if (opened.contains(now)) {
          add(counts, now, move.change.now(), -move.people);
        }
        add(counts, move.shown().cell(phase), move.shown(), move.people);
      }
    }
    return counts;
  }

  private static void add(SortedMap<Cell, Counts> counts, Cell cell, Share share, long people) {
    Counts counted = counts.get(cell);
    Integer level = share.level(cell.phase());
    if (counted != null && level != null) {
      counted.add(share.stratum(), level, people);
    }
  }

  private static void addPeople(SortedMap<Cell, Long> people, Share share, long n) {
    for (Phase phase : Phase.values()) {
      if (share.level(phase) != null) {
        people.merge(share.cell(phase), n, Long::sum);
      }
    }
  }

  private Complement complement(Total total) {
    Map<Phase, SortedMap<String, LevelCounts>> before = new EnumMap<>(Phase.class);
    Map<Phase, SortedMap<String, LevelCounts>> after = new EnumMap<>(Phase.class);
    SortedMap<Cell, Long> hidden = hidden();
    for (Phase phase : Phase.values()) {
      before.put(
          phase, Material.groups(material.levels(), phase, material.shown(), material.hidden()));
      after.put(phase, Material.groups(material.levels(), phase, next, hidden));
    }
    return new Complement(rules, total, before, after);
  }

  private Counts before(Cell cell) {
    return counted(material.shown(), cell);
  }

  private Counts now(Cell cell) {
    return counted(next, cell);
  }

  private Counts counted(SortedMap<Cell, Counts> counts, Cell cell) {
    Counts found = counts.get(cell);
    return found == null ? new Counts(material.levels()) : found;
  }
}
