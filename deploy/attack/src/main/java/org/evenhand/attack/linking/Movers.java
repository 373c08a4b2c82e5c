package org.evenhand.attack.linking;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What two published distributions of a group and the public ratings reveal about single people. It
 * is public how many people of the company moved from one level to another, and how many people of
 * a group stood at each level before and after. A flow through that table bounds how many of the
 * movers belong to the group.
 */
final class Movers {

  private final int[] before;
  private final int[] after;
  private final int[][] company;

  /**
   * @param before people of the group at each level, first
   * @param after the same people at each level, later
   * @param company how many people of the company went from level to level
   */
  Movers(int[] before, int[] after, int[][] company) {
    this.before = before.clone();
    this.after = after.clone();
    this.company = company;
  }

  /** Whether the figures can be true at all. */
  boolean isPossible() {
    return possible(-1, -1, 0);
  }

  /**
   * The least number of movers from one level to another who must belong to the group. If it is all
   * of them, each is known to.
   */
  int least(int from, int to) {
    int count = 0;
    while (count < company[from][to] && !possible(from, to, count)) {
      count++;
    }
    return count;
  }

  /** Whether at most this many movers from one level to another can belong to the group. */
  private boolean possible(int from, int to, int most) {
    int levels = before.length;
    int size = 2 * levels + 2;
    int[][] capacity = new int[size][size];
    for (int i = 0; i < levels; i++) {
      capacity[0][1 + i] = before[i];
      capacity[1 + levels + i][size - 1] = after[i];
      for (int j = 0; j < levels; j++) {
        capacity[1 + i][1 + levels + j] =
            i == from && j == to ? Math.min(most, company[i][j]) : company[i][j];
      }
    }
    return flow(capacity) == Arrays.stream(before).sum();
  }

  /** The greatest flow from the first to the last node (Edmonds and Karp, 1972). */
  private static int flow(int[][] capacity) {
    int size = capacity.length;
    int total = 0;
    while (true) {
      int[] cameFrom = path(capacity);
      if (cameFrom[size - 1] < 0) {
        return total;
      }
      int most = Integer.MAX_VALUE;
      for (int at = size - 1; at != 0; at = cameFrom[at]) {
        most = Math.min(most, capacity[cameFrom[at]][at]);
      }
      for (int at = size - 1; at != 0; at = cameFrom[at]) {
        capacity[cameFrom[at]][at] -= most;
        capacity[at][cameFrom[at]] += most;
      }
      total += most;
    }
  }

  private static int[] path(int[][] capacity) {
    int size = capacity.length;
    int[] cameFrom = new int[size];
    Arrays.fill(cameFrom, -1);
    cameFrom[0] = 0;
    Deque<Integer> open = new ArrayDeque<>();
    open.add(0);
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int next = 0; next < size; next++) {
        if (cameFrom[next] < 0 && capacity[at][next] > 0) {
          cameFrom[next] = at;
          open.add(next);
        }
      }
    }
    return cameFrom;
  }
}
