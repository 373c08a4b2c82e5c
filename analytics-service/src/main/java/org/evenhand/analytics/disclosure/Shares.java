package org.evenhand.analytics.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many of each kind of people of two parties change places, such that in each cell of each
 * figure as many go as come. It is found by raking: one figure after the other is made even, until
 * all nearly are (Deming and Stephan, <em>On a least squares adjustment of a sampled frequency
 * table</em>, Annals of Mathematical Statistics 11, 1940). What is left is evened out by least
 * squares. Whoever can't take part in any change is left without a share.
 */
final class Shares {

  private static final int SWEEPS = 60;
  private static final int ROUNDS = 4;

  /** So little is left to least squares. */
  private static final double EVEN = 1e-6;

  /** Shares that are so much smaller than the greatest one fade away. */
  private static final double FADING = 1e-3;

  private final List<Standpoint> kinds;
  private final int mine;
  private final List<Integer> figures;
  private final int levels;
  private final double[] people;
  private final int[][] cells;
  private final double[] going;

  /**
   * @param kinds of both parties
   * @param mine so many of the kinds, the first ones, are of the one party
   * @param figures those that tell the parties apart
   * @param people how many there are of each kind
   */
  Shares(List<Standpoint> kinds, int mine, List<Integer> figures, Map<Standpoint, Long> people) {
    this.kinds = kinds;
    this.mine = mine;
    this.figures = figures;
    this.levels =
        1 + kinds.stream().flatMap(kind -> kind.levels().stream()).max(Integer::compare).orElse(0);
    this.people = kinds.stream().mapToDouble(kind -> people.getOrDefault(kind, 0L)).toArray();
    this.cells = IntStream.range(0, kinds.size()).mapToObj(this::inCells).toArray(int[][]::new);
    this.going = Arrays.stream(this.people).map(number -> number / 2).toArray();
  }

  /** One in each figure in which they count. */
  private int[] inCells(int kind) {
    return IntStream.range(0, figures.size())
        .filter(figure -> level(kind, figure) > 0)
        .map(figure -> figure * levels + level(kind, figure))
        .toArray();
  }

  private int level(int kind, int figure) {
    return kinds.get(kind).levels().get(figures.get(figure));
  }

  /** Whether there are such shares; if so, nobody's is more than a half. */
  boolean areFound() {
    for (int round = 0; round < ROUNDS; round++) {
      double upset = 1;
      for (int sweep = 0; sweep < SWEEPS && upset > EVEN; sweep++) {
        upset = IntStream.range(0, figures.size()).mapToDouble(this::rake).max().orElse(0);
      }
      beAtMostHalf();
      if (areEvened()) {
        beAtMostHalf();
        return true;
      }
      leaveOutFading();
    }
    return false;
  }

  /**
   * As many go as come in each cell of a figure; in others that may be upset.
   *
   * @return by how much the shares of a cell have changed at most
   */
  private double rake(int figure) {
    double[] from = new double[levels];
    double[] to = new double[levels];
    for (int kind = 0; kind < going.length; kind++) {
      (kind < mine ? from : to)[level(kind, figure)] += going[kind];
    }
    double upset = 0;
    for (int kind = 0; kind < going.length; kind++) {
      int level = level(kind, figure);
      if (level > 0 && going[kind] > 0) {
        double ratio = Math.sqrt(to[level] / from[level]);
        going[kind] *= kind < mine ? ratio : 1 / ratio;
        upset = Math.max(upset, Math.abs(1 - ratio));
      }
    }
    return upset;
  }

  private void beAtMostHalf() {
    double greatest = greatest();
    for (int kind = 0; kind < going.length && greatest > 0; kind++) {
      going[kind] /= 2 * greatest;
    }
  }

  private double greatest() {
    return IntStream.range(0, going.length)
        .mapToDouble(kind -> going[kind] / people[kind])
        .max()
        .orElse(0);
  }

  /** Evens out what is left, unless somebody's share would become half as large again, or small. */
  private boolean areEvened() {
    double[] left = new double[figures.size() * levels];
    for (int kind = 0; kind < cells.length; kind++) {
      for (int cell : cells[kind]) {
        left[cell] += kind < mine ? going[kind] : -going[kind];
      }
    }
    double[] solved = gram().solve(left);
    double[] evened = going.clone();
    for (int kind = 0; kind < cells.length; kind++) {
      double part = sum(solved, kind);
      if (going[kind] > 0 && Math.abs(part) > .5) {
        return false;
      }
      evened[kind] -= (kind < mine ? part : -part) * going[kind];
    }
    System.arraycopy(evened, 0, going, 0, going.length);
    return true;
  }

  private void leaveOutFading() {
    double least = FADING * greatest();
    for (int kind = 0; kind < going.length; kind++) {
      going[kind] = going[kind] / people[kind] < least ? 0 : people[kind] / 2;
    }
  }

  /** How many of a kind change places. */
  double of(int kind) {
    return going[kind];
  }

  int[] cells(int kind) {
    return cells[kind];
  }

  double sum(double[] numbers, int kind) {
    double sum = 0;
    for (int cell : cells[kind]) {
      sum += numbers[cell];
    }
    return sum;
  }

  Gram gram() {
    return Gram.of(cells, going, figures.size() * levels);
  }
}
