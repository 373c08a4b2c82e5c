package org.evenhand.analytics.disclosure;

import java.util.Arrays;

/**
 * What a reader sees in each figure when two people change places: nothing where they are at the
 * same level or can't be told apart; else the two blocks, with the levels of which these then have
 * one more and one fewer.
 */
record Trace(int[] seen) {

  private static final int PARTS = 4;

  static Trace of(Standpoint one, Standpoint other) {
    int[] seen = new int[PARTS * one.levels().size()];
    for (int i = 0; i < one.levels().size(); i++) {
      int mine = one.blocks().get(i);
      int theirs = other.blocks().get(i);
      int from = one.levels().get(i);
      int to = other.levels().get(i);
      if (mine != theirs && from != to) {
        boolean first = mine < theirs;
        seen[PARTS * i] = Math.min(mine, theirs);
        seen[PARTS * i + 1] = Math.max(mine, theirs);
        seen[PARTS * i + 2] = first ? from : to;
        seen[PARTS * i + 3] = first ? to : from;
      }
    }
    return new Trace(seen);
  }

  boolean isNone() {
    return Arrays.stream(seen).allMatch(part -> part == 0);
  }

  /** The trace of a change that cancels this one. */
  Trace undone() {
    int[] undone = seen.clone();
    for (int i = 2; i < seen.length; i += PARTS) {
      undone[i] = seen[i + 1];
      undone[i + 1] = seen[i];
    }
    return new Trace(undone);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trace trace && Arrays.equals(seen, trace.seen);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(seen);
  }
}
