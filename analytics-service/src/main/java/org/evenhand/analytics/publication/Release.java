package org.evenhand.analytics.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;

/**
 * Which changes of one dimension an edition shows. It begins with all of them, and takes back those
 * by which something would move for a few people, or would be what it was in any earlier edition
 * but for a few, until nothing does; what is taken back waits for others to follow.
 */
final class Release {

  private final Rules rules;
  private final Material material;
  private final List<Move> moves = new ArrayList<>();
  private Draft draft;

  /**
   * @param targets what would be shown of each change of the material
   * @param standing whether all ratings stand after calibration, decided or not
   */
  Release(Rules rules, Material material, List<Share> targets, boolean standing) {
    this.rules = rules;
    this.material = material;
    boolean completes = standing && !material.dimension().equals(Dimensions.REVIEWER);
    for (int i = 0; i < targets.size(); i++) {
      moves.add(Move.of(material.changes().get(i), targets.get(i), completes));
    }
    this.draft = new Draft(material, moves, Set.of());
  }

  /** Shows as much as the groups by themselves allow. */
  void settle() {
    draft = new Draft(material, moves, EnumSet.allOf(Phase.class));
    steps();
  }

  /**
   * Shows as much as may be seen beside the total.
   *
   * @return whether that is coherent with the total; if not, the total may not move
   */
  boolean settle(Total total) {
    draft = new Draft(material, moves, total.after().keySet());
    while (true) {
      steps();
      Optional<Phase> tells = complement(total).tellsIn();
      if (tells.isEmpty()) {
        return true;
      }
      if (!holdBack(tells.get())) {
        if (draft.keepsNames()) {
          return false;
        }
        draft.keepNames();
      }
    }
  }

  /** Shows what was shown. */
  void hold() {
    draft.takeBack();
  }

  /** The open groups, as they will be shown. */
  SortedMap<Cell, Counts> groups() {
    return draft.groups();
  }

  /** The groups that are named only, with as many people as keep them hidden. */
  SortedMap<Cell, Long> hidden() {
    SortedMap<Cell, Long> people = draft.named();
    people.replaceAll((cell, n) -> rules.hidden(n));
    return people;
  }

  /** What is shown of each change from now on. */
  List<Shown> shown() {
    return draft.shown();
  }

  boolean isOpen(Cell cell) {
    return draft.isOpen(cell);
  }

  /** This as what all other dimensions have to add up to. */
  Total asTotal() {
    return new Total(levels(material.shown()), levels(draft.groups()));
  }

  private static Map<Phase, LevelCounts> levels(SortedMap<Cell, Counts> groups) {
    Map<Phase, LevelCounts> levels = new EnumMap<>(Phase.class);
    groups.forEach((cell, counts) -> levels.put(cell.phase(), counts.whole()));
    return levels;
  }

  /** Takes back until no group moves by a few, or differs by a few after calibration. */
  private void steps() {
    Set<Cell> unsure = new TreeSet<>();
    while (true) {
      Set<Cell> touched = draft.touched();
      unsure.addAll(touched);
      touched.removeIf(cell -> !movesByFew(cell));
      if (touched.isEmpty()) {
        touched = undecided(unsure);
        if (touched.isEmpty()) {
          return;
        }
        touched.forEach(draft::takeBack);
      } else {
        touched.forEach(this::retract);
      }
      unsure.removeIf(cell -> !draft.isOpen(cell));
    }
  }

  private boolean movesByFew(Cell cell) {
    return draft.isOpen(cell)
        && (rules.isFew(step(cell, false).moved())
            || rules.isFew(step(cell, true).moved())
            || returnsByFew(cell));
  }

  /** Whether a group that moves would be, but for a few people, what it was long ago. */
  private boolean returnsByFew(Cell cell) {
    LevelCounts now = now(cell).whole();
    return moved(cell) > 0
        && material.earlier().getOrDefault(cell, List.of()).stream()
            .anyMatch(once -> rules.isFew(Counts.moved(once, now)));
  }

  /**
   * Takes back those few by whom a group moves, if the others cancel each other out; else all who
   * change it.
   */
  private void retract(Cell cell) {
    if (!draft.isOpened(cell)) {
      cancel(cell, false);
      cancel(cell, true);
    }
    if (movesByFew(cell)) {
      draft.takeBack(cell);
    }
  }

  private void cancel(Cell cell, boolean withinStrata) {
    while (rules.isFew(step(cell, withinStrata).moved())) {
      List<Move> few = Cancelling.path(draft.changing(cell), cell, withinStrata);
      if (few.isEmpty()) {
        return;
      }
      few.forEach(move -> draft.takeBack(move, 1, cell));
    }
  }

  private Step step(Cell cell, boolean withinStrata) {
    return before(cell).to(now(cell), withinStrata);
  }

  /** After calibration waits first: it follows. */
  private Set<Cell> undecided(Set<Cell> cells) {
    Set<Cell> wrong = new TreeSet<>();
    for (Cell cell : cells) {
      Cell before = cell.phase() == Phase.BEFORE ? cell : cell.other();
      Cell after = before.other();
      if (draft.isOpen(before) && draft.isOpen(after)) {
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
    return draft.isOpened(cell) || step(cell, true).moved() > 0;
  }

  /**
   * Keeps a few more people from being seen, so that those whom the rest tells of are more: a
   * handful of the group that moves most, or all of the smallest one that moves.
   *
   * @return false if nobody moves
   */
  private boolean holdBack(Phase first) {
    List<Cell> moving = draft.groups().keySet().stream().filter(this::moves).toList();
    Optional<Cell> most =
        moving.stream()
            .filter(cell -> cell.phase() == first && !draft.isOpened(cell))
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
    smallest.ifPresent(draft::takeBack);
    return smallest.isPresent();
  }

  private void holdHandful(Cell cell) {
    long left = rules.leastChange();
    for (Move move : draft.changing(cell)) {
      long some = Math.min(left, move.people());
      if (some > 0) {
        draft.takeBack(move, some, cell);
        left -= some;
      }
    }
  }

  private long moved(Cell cell) {
    return step(cell, false).moved();
  }

  private Complement complement(Total total) {
    Map<Phase, SortedMap<String, LevelCounts>> before = new EnumMap<>(Phase.class);
    Map<Phase, SortedMap<String, LevelCounts>> after = new EnumMap<>(Phase.class);
    SortedMap<Cell, Long> hidden = hidden();
    for (Phase phase : Phase.values()) {
      before.put(phase, material.groups(phase, material.shown(), material.hidden()));
      after.put(phase, material.groups(phase, draft.groups(), hidden));
    }
    return new Complement(rules, total, before, after);
  }

  private Counts before(Cell cell) {
    return counted(material.shown(), cell);
  }

  private Counts now(Cell cell) {
    return counted(draft.groups(), cell);
  }

  private Counts counted(SortedMap<Cell, Counts> counts, Cell cell) {
    Counts found = counts.get(cell);
    return found == null ? new Counts(material.levels()) : found;
  }
}
