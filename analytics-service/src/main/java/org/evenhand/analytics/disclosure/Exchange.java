package org.evenhand.analytics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Many of one party change places with many of another, so that no figure changes; that takes no
 * two who are alike, which among many figures hardly anybody is. It is found in two steps:
 *
 * <ul>
 *   <li>Everybody is given a share in the change, such that in each cell of each figure as many go
 *       as come: by taking one figure after the other, as in raking (Deming and Stephan, <em>On a
 *       least squares adjustment of a sampled frequency table</em>, 1940). Whoever can't take part
 *       in any change is left without a share.
 *   <li>A person is given a whole share, and everybody else a little more or less, in proportion to
 *       their own, so that it evens out (least squares). Where nobody's share would become less
 *       than none or more than whole, that is a change in which this person takes part.
 * </ul>
 *
 * <p>Shares are no whole people. So what is proved is what an attacker by linear programming can't
 * find out: the least number of people that the figures allow in place of such a person is none.
 */
final class Exchange {

  private static final int SWEEPS = 60;
  private static final int ROUNDS = 4;

  /** Shares that are so much smaller than the greatest one fade away. */
  private static final double FADING = 1e-3;

  /** So many kinds of people are looked at one by one where the quick bound doesn't suffice. */
  private static final int EXACT = 3_000;

  private static final double CERTAINTY = 1 - 1e-3;

  private final List<Standpoint> kinds;
  private final double[] people;
  private final int[][] cells;
  private final int mine;
  private final List<Integer> seen;
  private final int figures;
  private final int levels;
  private final double[] going;

  /**
   * @param one people who are all in the same blocks in these figures, where they count
   * @param other likewise
   * @param figures in which they change places
   * @param people how many there are of each of them
   */
  Exchange(
      List<Standpoint> one,
      List<Standpoint> other,
      List<Integer> figures,
      Map<Standpoint, Long> people) {
    this.kinds = new ArrayList<>(one);
    kinds.addAll(other);
    this.mine = one.size();
    this.people = kinds.stream().mapToDouble(kind -> people.getOrDefault(kind, 0L)).toArray();
    this.seen =
        figures.stream().filter(figure -> block(one, figure) != block(other, figure)).toList();
    this.figures = seen.size();
    this.levels =
        1 + kinds.stream().flatMap(kind -> kind.levels().stream()).max(Integer::compare).orElse(0);
    this.cells = new int[kinds.size()][];
    for (int kind = 0; kind < cells.length; kind++) {
      cells[kind] = cells(kind);
    }
    this.going = Arrays.stream(this.people).map(number -> number / 2).toArray();
  }

  /** Where a reader has those of a party; of one of which nobody counts in a figure it is one. */
  private static int block(List<Standpoint> party, int figure) {
    return party.stream()
        .filter(each -> each.levels().get(figure) > 0)
        .findFirst()
        .map(each -> each.blocks().get(figure))
        .orElse(Standpoint.OPEN);
  }

  /** One in each figure in which they count. */
  private int[] cells(int kind) {
    return IntStream.range(0, figures)
        .filter(figure -> level(kind, figure) > 0)
        .map(figure -> figure * levels + level(kind, figure))
        .toArray();
  }

  /** Those of both parties who may be in the place of somebody of the other one. */
  Set<Standpoint> open() {
    if (figures == 0) {
      return new HashSet<>(kinds);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        rake();
      }
      shareAtMostHalf();
      if (evenOut()) {
        shareAtMostHalf();
        return whole(Gram.of(cells, going, figures * levels));
      }
      leaveOutFading();
    }
    return Set.of();
  }

  /** As many go as come, in the cells of one figure after the other. */
  private void rake() {
    for (int figure = 0; figure < figures; figure++) {
      double[] from = new double[levels];
      double[] to = new double[levels];
      for (int kind = 0; kind < going.length; kind++) {
        (kind < mine ? from : to)[level(kind, figure)] += going[kind];
      }
      for (int kind = 0; kind < going.length; kind++) {
        int level = level(kind, figure);
        if (level > 0 && going[kind] > 0) {
          double ratio = Math.sqrt(to[level] / from[level]);
          going[kind] *= kind < mine ? ratio : 1 / ratio;
        }
      }
    }
  }

  private int level(int kind, int figure) {
    return kinds.get(kind).levels().get(seen.get(figure));
  }

  private void shareAtMostHalf() {
    double greatest = greatestShare();
    for (int kind = 0; kind < going.length && greatest > 0; kind++) {
      going[kind] /= 2 * greatest;
    }
  }

  private double greatestShare() {
    double greatest = 0;
    for (int kind = 0; kind < going.length; kind++) {
      greatest = Math.max(greatest, going[kind] / people[kind]);
    }
    return greatest;
  }

  /** What raking hasn't come to. */
  private boolean evenOut() {
    double[] left = new double[figures * levels];
    for (int kind = 0; kind < cells.length; kind++) {
      for (int cell : cells[kind]) {
        left[cell] += kind < mine ? going[kind] : -going[kind];
      }
    }
    double[] solved = Gram.of(cells, going, left.length).solve(left);
    double[] evened = going.clone();
    for (int kind = 0; kind < cells.length; kind++) {
      double part = sum(solved, cells[kind]);
      if (going[kind] > 0 && Math.abs(part) > .5) {
        return false;
      }
      evened[kind] -= (kind < mine ? part : -part) * going[kind];
    }
    System.arraycopy(evened, 0, going, 0, going.length);
    return true;
  }

  private void leaveOutFading() {
    double least = FADING * greatestShare();
    for (int kind = 0; kind < going.length; kind++) {
      going[kind] = going[kind] / people[kind] < least ? 0 : people[kind] / 2;
    }
  }

  /** Who can be given a whole share. */
  private Set<Standpoint> whole(Gram gram) {
    double[] standsOut = new double[cells.length];
    for (int kind = 0; kind < cells.length; kind++) {
      standsOut[kind] = going[kind] > 0 ? gram.standsOut(cells[kind]) : 0;
    }
    double most = Arrays.stream(standsOut).max().orElse(0);
    Set<Standpoint> open = new HashSet<>();
    for (int kind = 0; kind < cells.length; kind++) {
      if (going[kind] > 0 && isWhole(kind, standsOut[kind], most, gram)) {
        open.add(kinds.get(kind));
      }
    }
    return open;
  }

  private boolean isWhole(int kind, double standsOut, double most, Gram gram) {
    if (going[kind] >= 1) {
      return true;
    }
    double alone = 1 - going[kind] * standsOut;
    if (alone <= 1 - CERTAINTY) {
      return false;
    }
    double more = (1 - going[kind]) / alone;
    // By Cauchy and Schwarz, nobody's share changes by a greater part.
    return more * Math.sqrt(standsOut * most) <= CERTAINTY
        || cells.length <= EXACT && more * greatestChange(kind, gram) <= CERTAINTY;
  }

  private double greatestChange(int kind, Gram gram) {
    double[] solved = gram.solve(cells[kind]);
    double greatest = 0;
    for (int other = 0; other < cells.length; other++) {
      if (other != kind && going[other] > 0) {
        greatest = Math.max(greatest, Math.abs(sum(solved, cells[other])));
      }
    }
    return greatest;
  }

  private static double sum(double[] numbers, int[] cells) {
    double sum = 0;
    for (int cell : cells) {
      sum += numbers[cell];
    }
    return sum;
  }
}
